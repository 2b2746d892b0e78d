"""What is wrong with courses as a whole, by the rules that the editor has, at the row of the file."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from learning.editing.course_rules import Complaint, complaints
from learning.models import CoursePage

from .blocks import lesson_blocks, question_blocks
from .drafts import CourseDraft, Problem

# Said already of the field, when it was read.
SAID = {"title", "text", "slug"}


def problems_of(course: CourseDraft) -> list[Problem]:
    """Puts the lessons into their order first."""
    course.lessons.sort(key=lambda lesson: lesson.order)
    return [*_about_order(course), *_about_contents(course)]


def _about_order(course: CourseDraft) -> Iterator[Problem]:
    last = 0
    for lesson in course.lessons:
        values = {"order": lesson.order, "before": lesson.order - 1}
        if lesson.order == last:
            yield Problem(lesson.place, "", _("Lesson %(order)d is there twice.") % values)
        elif lesson.order > last + 1:
            yield Problem(
                lesson.place, "", _("This is lesson %(order)d, but no lesson %(before)d is there.") % values
            )
        last = lesson.order or last


def _about_contents(course: CourseDraft) -> Iterator[Problem]:
    lessons = _stream("lessons", lesson_blocks(course, "id"))
    questions = _stream("questions", question_blocks(course, "id"))
    for found in complaints(lessons, questions, course.values["gives_certificate"]):
        if found.place[-1] not in SAID or "choices" in found.place:
            yield Problem(_place_of(course, found), "", found.text)


def _stream(name: str, blocks: list[dict]):
    return CoursePage._meta.get_field(name).stream_block.to_python(blocks)


def _place_of(course: CourseDraft, complaint: Complaint) -> str:
    parts = {"lessons": course.lessons, "questions": course.questions}.get(complaint.field, [])
    return parts[complaint.place[1]].place if parts and len(complaint.place) > 1 else course.place
