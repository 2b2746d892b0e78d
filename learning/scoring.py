"""What an answer is worth. Plain functions: no database, no request."""

import math
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .questions import Question, QuestionKind

# Each with the sign that phones put in its place.
SIGNS = str.maketrans(
    {"\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u201c": '"', "\u201d": '"', "\u2010": "-", "\u2013": "-"}
)
LONGEST_ANSWER = 200

Answers = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Score:
    """Outcome of a quiz: `percent` is the share of right answers, 0 to 100, rounded down."""

    percent: int
    right: frozenset[str]
    wrong: frozenset[str]

    @property
    def count(self) -> int:
        return len(self.right) + len(self.wrong)


def plain(text: str) -> str:
    """A short answer without what does not count: case, accents' way of writing, spaces, final full stop.

    >>> plain("  Ono   Paran?. ")
    'ono paran'
    """
    text = unicodedata.normalize("NFKC", text).translate(SIGNS).casefold()
    return re.sub(r"\s+", " ", text).strip(" .,!?;:\"'")


def is_right(question: Question, answer: Sequence[str]) -> bool:
    """Whether an answer, the values sent for a question, is right. Nothing and unknown values never are."""
    if not answer:
        return False
    match question.kind:
        case QuestionKind.MULTIPLE:
            return frozenset(answer) == frozenset(question.right)
        case QuestionKind.ORDERING:
            return tuple(answer) == question.right
        case QuestionKind.SHORT:
            typed = plain(answer[0])
            return bool(typed) and typed in {plain(spelling) for spelling in question.right}
    return len(answer) == 1 and answer[0] in question.right


def score(questions: Sequence[Question], answers: Answers) -> Score:
    """Score a quiz. A missing answer is wrong; an answer to an unknown question is ignored.

    Raises `ValueError` where there are no questions.
    """
    if not questions:
        raise ValueError("A quiz needs at least one question to be scored.")
    right = frozenset(q.key for q in questions if is_right(q, answers.get(q.key, ())))
    wrong = frozenset(q.key for q in questions) - right
    return Score(len(right) * 100 // (len(right) + len(wrong)), right, wrong)


def has_passed(percent: int, pass_percent: int) -> bool:
    return percent >= pass_percent


def needed_right(count: int, pass_percent: int) -> int:
    """How many of some questions must be right to pass."""
    return math.ceil(count * pass_percent / 100)
