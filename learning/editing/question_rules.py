"""What a question must be: one that can be answered, and whose right answer is right."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from django.utils.translation import gettext

from learning.questions import QuestionKind
from learning.scoring import plain


class Fault(NamedTuple):
    """`place` leads from the question down: ("choices", 1, "text")."""

    place: tuple[str | int, ...]
    text: str
    is_wrong: bool = False


def about_question(kind: str, value) -> Iterator[Fault]:
    """Everything that is wrong with a question or missing in it, by the value of its block."""
    if not value["text"]:
        yield Fault(("text",), gettext("Write the question."))
    match QuestionKind(kind):
        case QuestionKind.SINGLE:
            yield from _about_choices(value, most_right=1)
        case QuestionKind.MULTIPLE:
            yield from _about_choices(value, most_right=None)
        case QuestionKind.ORDERING:
            yield from _about_steps(list(value["items"]))
        case QuestionKind.SHORT:
            yield from _about_spellings(list(value["spellings"]))


def _about_choices(value, most_right: int | None) -> Iterator[Fault]:
    choices = list(value["choices"])
    texts = [choice["text"] for choice in choices]
    for number in _repeated(texts):
        yield Fault(("choices", number, "text"), gettext("This answer stands there twice."), is_wrong=True)
    if _written(texts) < 2:
        yield Fault(("choices",), gettext("Write at least two answers."))
    right = [number for number, choice in enumerate(choices) if choice["is_right"]]
    if not right:
        yield Fault(("choices",), gettext("Tick which answer is right."))
    elif most_right and len(right) > most_right:
        text = gettext("Only one answer can be right here. Choose “Several right answers” for more.")
        yield Fault(("choices", right[most_right], "is_right"), text, is_wrong=True)


def _about_steps(steps: Sequence[str]) -> Iterator[Fault]:
    for number in _repeated(steps):
        text = gettext("This step stands there twice: nobody could tell which comes first.")
        yield Fault(("items", number), text, is_wrong=True)
    if _written(steps) < 2:
        yield Fault(("items",), gettext("Write at least two steps."))


def _about_spellings(spellings: Sequence[str]) -> Iterator[Fault]:
    if not any(spellings):
        yield Fault(("spellings",), gettext("Write at least one right answer."))
    for number, spelling in enumerate(spellings):
        if spelling and not plain(spelling):
            text = gettext("Write letters or digits: signs alone do not count in an answer.")
            yield Fault(("spellings", number), text, is_wrong=True)


def _repeated(texts: Sequence[str]) -> Iterator[int]:
    """Positions of texts that, as learners read them, stood there before."""
    seen = set()
    for number, text in enumerate(_as_read(text) for text in texts):
        if text and text in seen:
            yield number
        seen.add(text)


def _written(texts: Sequence[str]) -> int:
    return sum(bool(_as_read(text)) for text in texts)


def _as_read(text: str) -> str:
    """Signs may be all that an answer is made of: < or >; what is typed is compared more loosely."""
    return " ".join((text or "").casefold().split())
