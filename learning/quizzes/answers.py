"""What somebody has answered, read from a form. What nobody asked for is not even looked at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from django.http import QueryDict
from django.utils.translation import gettext

from learning.questions import Question
from learning.scoring import LONGEST_ANSWER, Answers
from sites.identity_numbers import holds_identity_number, kind_word


class Fault(Enum):
    """Why an answer can't be scored."""

    MISSING = auto()
    TOO_LONG = auto()
    # Two steps have the same place.
    SAME_PLACE = auto()
    # Nothing that this form offers.
    STRANGE = auto()
    # A NIK, perhaps.
    IDENTITY_NUMBER = auto()

    @property
    def message(self) -> str:
        return {
            Fault.MISSING: gettext("Answer this question."),
            Fault.TOO_LONG: gettext("Write %(most)d letters at most.") % {"most": LONGEST_ANSWER},
            Fault.SAME_PLACE: gettext("Give each step a place of its own."),
            Fault.STRANGE: gettext("This answer could not be read. Answer the question again."),
            Fault.IDENTITY_NUMBER: kind_word(),
        }[self]


@dataclass(frozen=True)
class Answer:
    """`values` as scoring takes them; `places` what was chosen for each step of an ordering, by its key."""

    values: tuple[str, ...] = ()
    places: Mapping[str, str] = field(default_factory=dict)
    fault: Fault | None = None


NO_ANSWER = Answer()


def field_name(question: Question, choice_key: str = "") -> str:
    """The name of a question's field; the steps of an ordering have one each."""
    return f"q-{question.key}-{choice_key}" if choice_key else f"q-{question.key}"


def read_answers(questions: Sequence[Question], sent: QueryDict) -> dict[str, Answer]:
    """What was sent, by the key of the question; with a fault where it can't be scored."""
    return {question.key: read_answer(question, sent) for question in questions}


def read_answer(question: Question, sent: QueryDict) -> Answer:
    if question.is_typed:
        return _typed(sent.get(field_name(question), ""))
    if question.is_ordered:
        return _placed(question, sent)
    return _chosen(question, sent.getlist(field_name(question)))


def scorable(answers: Mapping[str, Answer]) -> Answers:
    return {key: answer.values for key, answer in answers.items()}


def _typed(text: str) -> Answer:
    text = text.strip()
    if len(text) > LONGEST_ANSWER:
        return Answer((text[:LONGEST_ANSWER],), fault=Fault.TOO_LONG)
    if holds_identity_number(text):
        return Answer((text,), fault=Fault.IDENTITY_NUMBER)
    return Answer((text,)) if text else Answer(fault=Fault.MISSING)


def _chosen(question: Question, sent: Sequence[str]) -> Answer:
    known = tuple(value for value in dict.fromkeys(sent) if question.choice(value))
    is_strange = len(known) < len(set(sent)) or (len(known) > 1 and not question.may_have_several)
    if is_strange:
        return Answer(known if question.may_have_several else known[:1], fault=Fault.STRANGE)
    return Answer(known) if known else Answer(fault=Fault.MISSING)


def _placed(question: Question, sent: QueryDict) -> Answer:
    possible = {str(number) for number in range(1, len(question.choices) + 1)}
    given = {choice.key: sent.get(field_name(question, choice.key), "") for choice in question.choices}
    places = {key: place for key, place in given.items() if place in possible}
    if any(given[key] for key in given.keys() - places.keys()):
        return Answer(places=places, fault=Fault.STRANGE)
    if len(places) < len(possible):
        return Answer(places=places, fault=Fault.MISSING)
    if len(set(places.values())) < len(possible):
        return Answer(places=places, fault=Fault.SAME_PLACE)
    return Answer(tuple(sorted(places, key=lambda key: int(places[key]))), places)
