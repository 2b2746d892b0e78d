"""A question as a page prints it: before it is answered, and with its verdict."""

import json
from dataclasses import dataclass, field

from learning.questions import Question
from learning.scoring import LONGEST_ANSWER, is_right

from .answers import NO_ANSWER, Answer, Fault, field_name
from .mixing import choices_shown

RIGHT, WRONG = "right", "wrong"


@dataclass
class OptionSight:
    """A row: a choice, or a step with the place that it was given. `mark` once it is checked."""

    value: str
    label: str
    name: str
    is_chosen: bool = False
    place: str = ""
    mark: str = ""


@dataclass
class QuestionSight:
    """What components/quiz_question.html takes. `solution`, as JSON, only where it may be in the page."""

    id: str
    name: str
    text: str
    picture: object
    may_have_several: bool
    is_typed: bool
    is_ordered: bool
    number: int | None = None
    options: list[OptionSight] = field(default_factory=list)
    typed: str = ""
    fault: Fault | None = None
    verdict: str = ""
    reason: str = ""
    right_answer: str = ""
    solution: str = ""
    is_closed: bool = False
    longest: int = LONGEST_ANSWER

    @property
    def places(self) -> list[str]:
        return [str(number) for number in range(1, len(self.options) + 1)]


def asked(
    question: Question, seed: str, mixes: bool, answer: Answer = NO_ANSWER, number: int | None = None
) -> QuestionSight:
    """A question to be answered; with what was answered so far."""
    return QuestionSight(
        id=field_name(question),
        name=field_name(question),
        text=question.text,
        picture=question.picture,
        may_have_several=question.may_have_several,
        is_typed=question.is_typed,
        is_ordered=question.is_ordered,
        number=number,
        options=_options(question, seed, mixes, answer),
        typed=answer.values[0] if question.is_typed and answer.values else "",
        fault=answer.fault,
    )


def _options(question: Question, seed: str, mixes: bool, answer: Answer) -> list[OptionSight]:
    return [
        OptionSight(
            choice.key,
            choice.text,
            field_name(question, choice.key if question.is_ordered else ""),
            is_chosen=not question.is_ordered and choice.key in answer.values,
            place=answer.places.get(choice.key, ""),
        )
        for choice in choices_shown(question, seed, mixes)
    ]


def check(sight: QuestionSight, question: Question, answer: Answer) -> QuestionSight:
    """Add the verdict, and to what was chosen a mark of its own."""
    sight.verdict = RIGHT if is_right(question, answer.values) else WRONG
    sight.reason = reason_for(question, answer)
    for option in sight.options:
        if question.is_ordered:
            is_in_place = question.right.index(option.value) == answer.values.index(option.value)
            option.mark = RIGHT if is_in_place else WRONG
        elif option.is_chosen:
            option.mark = RIGHT if option.value in question.right else WRONG
    return sight


def reason_for(question: Question, answer: Answer) -> str:
    """What is told after an answer: why what was chosen is right or not, and the explanation."""
    chosen = () if question.is_ordered else filter(None, map(question.choice, answer.values))
    return " ".join(filter(None, [*(choice.reason for choice in chosen), question.explanation]))


def right_answer_of(question: Question) -> str:
    """The right answer in words; of several spellings the first."""
    if question.is_typed:
        return question.right[0] if question.right else ""
    texts = [choice.text for key in question.right if (choice := question.choice(key))]
    return (" → " if question.is_ordered else "; ").join(texts)


def solution_of(question: Question) -> str:
    """All that a script needs to check an answer without asking the server."""
    values = {
        "kind": question.kind,
        "right": question.right,
        "reasons": {choice.key: choice.reason for choice in question.choices if choice.reason},
        "explanation": question.explanation,
    }
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))
