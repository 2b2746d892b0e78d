"""A lesson as readers meet it: its place in the course, and its address. And the quiz, in the same way."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext

from .parts import Part
from .reading import data

# The fields of a course that hold what it is made of.
STREAMS = ("lessons", "questions")
# Below the address of a course; no lesson can have them.
QUIZ, PACK, CERTIFICATE, MILESTONES = "kuis", "paket.json", "sertifikat", "langkah"
RESERVED = {QUIZ, "paket", CERTIFICATE, MILESTONES, "quiz", "feed"}


@dataclass
class Lesson(Part):
    """`key` stays the same when the lesson is edited, renamed or moved; translations share it."""

    course: object
    key: str
    number: int
    title: str
    slug: str
    summary: str
    minutes: int

    @cached_property
    def body(self):
        """What the lesson is made of. A query for each kind of file in the course."""
        return self.course.lessons[self.number - 1].value["body"]

    def in_version(self, course) -> Part | None:
        return next((lesson for lesson in course.lesson_list if lesson.key == self.key), None)

    def structured_data(self, request: HttpRequest) -> dict:
        return data.lesson(self, request)


@dataclass
class Quiz(Part):
    """The last step of a course."""

    course: object
    slug: str = QUIZ
    summary: str = ""
    schema_type = "Quiz"

    @property
    def title(self) -> str:
        return gettext("Quiz")

    @property
    def question_count(self) -> int:
        return len(self.course.question_list)

    def in_version(self, course) -> Part | None:
        return quiz_of(course)

    def structured_data(self, request: HttpRequest) -> dict:
        return data.quiz(self, request)


def lessons_of(course) -> list[Lesson]:
    """The lessons of a course in their order.

    Reads what is stored: what their bodies point at (files, pictures) is asked for only where one is shown.
    """
    return [
        Lesson(
            course,
            str(stored["id"]),
            number,
            stored["value"].get("title", ""),
            stored["value"].get("slug") or f"{number}",
            stored["value"].get("summary", ""),
            stored["value"].get("minutes") or 0,
        )
        for number, stored in enumerate(course.lessons.raw_data, start=1)
    ]


def quiz_of(course) -> Quiz | None:
    """The quiz of a course; None where it has no questions."""
    return Quiz(course) if course.question_list else None
