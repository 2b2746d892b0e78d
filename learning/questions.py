"""A question of a quiz as plain values: what is asked, what may be answered, and what is right.

Made from the stream of a course by `learning/blocks/reading.py`; scored by `learning/scoring.py`.
"""

from dataclasses import dataclass, field
from enum import StrEnum


class QuestionKind(StrEnum):
    SINGLE = "single"
    MULTIPLE = "multiple"
    TRUE_FALSE = "true_false"
    ORDERING = "ordering"
    SHORT = "short"


# The values of the two choices of a statement.
TRUE, FALSE = "true", "false"


@dataclass(frozen=True)
class Choice:
    """What may be chosen, or put into its place. `reason` is told to who has chosen it."""

    key: str
    text: str
    reason: str = ""


@dataclass(frozen=True)
class Question:
    """What is asked.

    `key` stays the same when the question is edited or moved. `choices` stand in the order of the
    editor, which for an ordering is the right one. `right` holds the keys of the right choices; for an
    ordering all of them, in order; for a short answer the spellings that are taken.
    """

    key: str
    kind: QuestionKind
    text: str
    choices: tuple[Choice, ...] = ()
    right: tuple[str, ...] = ()
    explanation: str = ""
    picture: object = field(default=None, compare=False)

    @property
    def may_have_several(self) -> bool:
        return self.kind == QuestionKind.MULTIPLE

    @property
    def is_typed(self) -> bool:
        return self.kind == QuestionKind.SHORT

    @property
    def is_ordered(self) -> bool:
        return self.kind == QuestionKind.ORDERING

    def choice(self, key: str) -> Choice | None:
        return next((choice for choice in self.choices if choice.key == key), None)
