"""What a file says, as plain values: courses with lessons and questions, and what is wrong."""

from dataclasses import dataclass, field
from uuid import UUID, uuid4

# The same in each language that a file has: {"id": "…", "en": "…"}.
Texts = dict[str, str]


@dataclass(frozen=True)
class Problem:
    """`place` is the row or the part of the file in words; `column` is empty where it is about all of it."""

    place: str
    column: str
    message: str

    def __str__(self):
        return ": ".join(part for part in (self.place, self.column, self.message) if part)


@dataclass
class AnswerDraft:
    """A choice, a step of an ordering, or a spelling of a short answer."""

    text: Texts
    is_right: bool = False
    key: UUID = field(default_factory=uuid4)


@dataclass
class QuestionDraft:
    place: str
    kind: str
    text: Texts
    answers: list[AnswerDraft]
    explanation: Texts
    is_true: bool = False
    key: UUID = field(default_factory=uuid4)


@dataclass
class LessonDraft:
    place: str
    order: int
    title: Texts
    summary: Texts
    text: Texts
    minutes: int
    key: UUID = field(default_factory=uuid4)


@dataclass
class CourseDraft:
    """`texts` and `values` are fields of the page; texts in each language, values once."""

    place: str
    texts: dict[str, Texts]
    values: dict[str, object]
    lessons: list[LessonDraft] = field(default_factory=list)
    questions: list[QuestionDraft] = field(default_factory=list)

    @property
    def title(self) -> str:
        return self.texts["title"].get("id", "")

    @property
    def is_in_english(self) -> bool:
        return bool(self.texts["title"].get("en"))


@dataclass
class Parsed:
    """Courses are only to be used where there are no problems."""

    courses: list[CourseDraft] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
