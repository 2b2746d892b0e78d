"""The order in which questions and choices are shown: mixed, and the same again for the same form.

The seed stands in the form, for anybody to read. How it mixes depends on the secret key, for who could reckon
back would know the order of the editor, which for an ordering is the answer.
"""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from django.utils.crypto import salted_hmac

from learning.questions import Choice, Question, QuestionKind

Keyed = TypeVar("Keyed", Question, Choice)


def mixed(things: Iterable[Keyed], seed: str) -> list[Keyed]:
    return sorted(things, key=lambda thing: salted_hmac("learning.mixing", f"{seed}|{thing.key}").digest())


def questions_shown(questions: Sequence[Question], seed: str, mixes: bool) -> list[Question]:
    return mixed(questions, seed) if mixes else list(questions)


def choices_shown(question: Question, seed: str, mixes: bool) -> list[Choice]:
    """The choices in the order in which learners see them; those of an ordering never in the right one."""
    if question.is_ordered:
        return _out_of_order(question, f"{seed}|{question.key}")
    if mixes and question.kind != QuestionKind.TRUE_FALSE:
        return mixed(question.choices, f"{seed}|{question.key}")
    return list(question.choices)


def _out_of_order(question: Question, seed: str) -> list[Choice]:
    shown = mixed(question.choices, seed)
    if [choice.key for choice in shown] == list(question.right):
        return [*shown[1:], *shown[:1]]
    return shown
