"""A lesson as readers meet it: its place in the course, and its address."""

from dataclasses import dataclass

from django.http import HttpRequest

# Below the address of a course; no lesson can have them.
QUIZ, PACK, CERTIFICATE, MILESTONES = "kuis", "paket.json", "sertifikat", "langkah"
RESERVED = {QUIZ, "paket", CERTIFICATE, MILESTONES, "quiz", "feed"}


@dataclass
class Lesson:
    """`key` stays the same when the lesson is edited, renamed or moved; translations share it."""

    course: object
    key: str
    number: int
    title: str
    slug: str
    summary: str
    minutes: int
    body: object

    def get_url(self, request: HttpRequest | None = None) -> str:
        return f"{self.course.get_url(request)}{self.slug}/"

    @property
    def full_url(self) -> str:
        return f"{self.course.full_url}{self.slug}/"


def lessons_of(course) -> list[Lesson]:
    """The lessons of a course in their order. Reads its stream; no query."""
    return [
        Lesson(
            course,
            str(block.id),
            number,
            block.value["title"],
            block.value["slug"] or f"{number}",
            block.value["summary"],
            block.value["minutes"],
            block.value["body"],
        )
        for number, block in enumerate(course.lessons, start=1)
    ]
