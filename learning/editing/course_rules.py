"""What a course must be: in order even as a draft, and complete before somebody learns from it.

Plain functions over the values of the two streams. Each complaint names its place, so that the form says
it at the very question or lesson, and an import by the row.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext

from learning.lessons import RESERVED
from learning.questions import QuestionKind

from .question_rules import Fault, about_question


@dataclass(frozen=True)
class Complaint:
    """`place` leads from the field down: ("lessons", 1, "body", 0, "choices"). A number is a position.

    `is_wrong` is said at once; what is only missing, a draft may wait with.
    """

    place: tuple[str | int, ...]
    text: str
    is_wrong: bool = False

    @property
    def field(self) -> str:
        return str(self.place[0])


def complaints(lessons, questions, gives_certificate: bool) -> Iterator[Complaint]:
    """Everything that keeps a course from being published. Takes the values of both streams."""
    if not len(lessons):
        yield Complaint(("lessons",), gettext("A course needs at least one lesson."))
    yield from _about_slugs(lessons)
    for number, block in enumerate(lessons):
        yield from _about_lesson(block.value, ("lessons", number))
    yield from _about_questions(questions, ("questions",))
    if gives_certificate and not len(questions):
        text = gettext("A certificate needs a quiz: write at least one question, or take out the tick.")
        yield Complaint(("gives_certificate",), text)


def _about_slugs(lessons) -> Iterator[Complaint]:
    """An address leads to one lesson, and to nothing else that stands below a course."""
    taken = set()
    for number, block in enumerate(lessons):
        slug, place = block.value["slug"], ("lessons", number, "slug")
        if slug in RESERVED:
            text = gettext("This address is used by the course itself. Choose another one.")
            yield Complaint(place, text, is_wrong=True)
        elif slug and slug in taken:
            text = gettext("Another lesson has this address already. Choose another one.")
            yield Complaint(place, text, is_wrong=True)
        taken.add(slug)


def _about_lesson(value, place: tuple) -> Iterator[Complaint]:
    if not value["title"]:
        yield Complaint((*place, "title"), gettext("Write a title."))
    if not len(value["body"]):
        text = gettext("This lesson is empty. Write something, or take it out.")
        yield Complaint((*place, "body"), text)
    yield from _about_questions(value["body"], (*place, "body"))


def _about_questions(stream, place: tuple) -> Iterator[Complaint]:
    """Those of a quiz, and those for practice between the other blocks of a lesson."""
    for number, block in enumerate(stream):
        if block.block_type in set(QuestionKind):
            for fault in about_question(block.block_type, block.value):
                yield _placed(fault, (*place, number))


def _placed(fault: Fault, place: tuple) -> Complaint:
    return Complaint((*place, *fault.place), fault.text, fault.is_wrong)
