"""Courses for tests, with lessons and questions of every kind."""

from itertools import count
from uuid import NAMESPACE_URL, uuid4, uuid5

from django.utils import timezone

from learning.models import Attempt, Certificate, CourseIndexPage, CoursePage, Milestone
from sites.models import Village

from .culture import list_below
from .sites import add_published

NUMBERS = count(1)
KINDS = ["single", "multiple", "true_false", "ordering", "short"]


def key_of(name: str) -> str:
    """The same key for the same name: of a block, a choice or an item."""
    return str(uuid5(NAMESPACE_URL, name))


def stream(name: str, blocks: list):
    """The value of one of the streams of a course, of its blocks as they are stored."""
    return CoursePage._meta.get_field(name).to_python(blocks)


def lesson_block(title: str, text: str = "Isi pelajaran.", more: tuple = (), **values) -> dict:
    body = [{"type": "paragraph", "value": f"<p>{text}</p>"}, *more]
    value = {
        "title": title,
        "slug": title.lower().replace(" ", "-"),
        "summary": "",
        "minutes": 10,
        "body": body,
    }
    return {"type": "lesson", "id": key_of(title), "value": value | values}


def choice_item(text: str, is_right: bool = False, reason: str = "") -> dict:
    value = {"text": text, "is_right": is_right, "reason": reason}
    return {"type": "item", "id": key_of(text), "value": value}


def question_block(kind: str, text: str = "", **values) -> dict:
    """A question with its right answer: "Benar satu", "Benar satu" and "Benar dua", true, 1-2-3, "genai"."""
    text = text or f"Pertanyaan {kind}?"
    given = {
        "single": {"choices": [choice_item("Benar satu", True), choice_item("Salah", reason="Bukan itu.")]},
        "multiple": {
            "choices": [
                choice_item("Benar satu", True),
                choice_item("Benar dua", True),
                choice_item("Salah", reason="Bukan itu."),
            ]
        },
        "true_false": {"is_true": True},
        "ordering": {
            "items": [
                {"type": "item", "id": key_of(f"Langkah {n}"), "value": f"Langkah {n}"} for n in (1, 2, 3)
            ]
        },
        "short": {"spellings": ["genai", "genei"]},
    }[kind]
    value = {"text": text, "picture": None, "explanation": f"Penjelasan {kind}."} | given | values
    return {"type": kind, "id": key_of(text), "value": value}


RIGHT_ANSWERS = {
    "single": [key_of("Benar satu")],
    "multiple": [key_of("Benar satu"), key_of("Benar dua")],
    "true_false": ["true"],
    "ordering": [key_of(f"Langkah {number}") for number in (1, 2, 3)],
    "short": ["genai"],
}


def right_answers(*kinds: str) -> dict[str, list[str]]:
    """The right answers to the questions that `question_block` makes of some kinds, by their keys."""
    return {key_of(f"Pertanyaan {kind}?"): RIGHT_ANSWERS[kind] for kind in kinds or KINDS}


def numbered_lessons(number: int) -> list[dict]:
    return [lesson_block(f"Pelajaran {place}") for place in range(1, number + 1)]


def make_course(
    owner=None,
    title: str = "Bahasa Osing dasar",
    lessons: int | list = 3,
    kinds: tuple[str, ...] = ("single", "short"),
    **values,
) -> CoursePage:
    """A published course with a quiz; of the portal, and for all villages, where no owner is given."""
    parent = list_below(CourseIndexPage, owner)
    if not isinstance(owner, Village):
        values = {"audience": "all", **values}
    values = {
        "theme": "language",
        "lessons": lessons if isinstance(lessons, list) else numbered_lessons(lessons),
        "questions": [question_block(kind) for kind in kinds],
        **values,
    }
    page = CoursePage(title=title, locale=parent.locale, live=False, **values)
    return add_published(parent, page)


def make_attempt(course: CoursePage, site=None, percent: int = 100, **values) -> Attempt:
    """The result of somebody who has sent the quiz of a course; taken on the course's own site."""
    values = {"passed": percent >= course.pass_percent, "revision": course.live_revision, **values}
    return Attempt.objects.create(
        course=course, site=site or course.get_site(), key=uuid4(), percent=percent, **values
    )


def make_milestone(course: CoursePage, kind: str = "start", site=None, **values) -> Milestone:
    """That somebody has begun a course, or come to its end; on the course's own site."""
    return Milestone.objects.create(
        course=course, site=site or course.get_site(), key=uuid4(), kind=kind, **values
    )


def make_certificate(course: CoursePage, name: str = "Sri Wahyuni (contoh)", **values) -> Certificate:
    """The certificate of somebody who has passed; its code looks like one, and is made up."""
    attempt = make_attempt(course)
    number = next(NUMBERS)
    values = {"percent": attempt.percent, "passed_on": timezone.localdate(), "language": "id", **values}
    values = {"code": f"TES{number % 10}-{number:04d}-X0X0", "issuer": "Desa Kemiren", **values}
    return Certificate.objects.create(
        course=course, attempt=attempt, site=attempt.site, name=name, course_title=course.title, **values
    )
