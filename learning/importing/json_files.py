"""A JSON file: one course or a list of them, in one language or in two."""

import json

from django.utils.translation import gettext as _

from learning.questions import QuestionKind

from .drafts import CourseDraft, LessonDraft, Parsed, Problem, QuestionDraft
from .fields import Fields, whole
from .parts import answers_of, course_of, lesson_of, question_of
from .words import kind_of

MOST_COURSES = 20
NAMES = {"intended_for": "audience", "learners": "age", "text": "body"}
QUESTION_NAMES = {"answers": "options", "right": "correct_index"}


def read(text: str) -> Parsed:
    parsed = Parsed()
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        parsed.problems.append(Problem("", "", _("This is no JSON, or a part of it is broken.")))
        return parsed
    courses = found if isinstance(found, list) else [found]
    if not courses or len(courses) > MOST_COURSES:
        message = _("A file holds from 1 to %(most)d courses.") % {"most": MOST_COURSES}
        parsed.problems.append(Problem("", "", message))
        return parsed
    for number, values in enumerate(courses, start=1):
        place = _("Course %(number)d") % {"number": number}
        if fields := _fields(place, values, parsed.problems, NAMES):
            parsed.courses.append(_course(fields))
    return parsed


def _fields(place: str, values: object, problems: list[Problem], names: dict) -> Fields | None:
    if isinstance(values, dict):
        return Fields(place, values, problems, names)
    problems.append(Problem(place, "", _("This must be an object with fields.")))
    return None


def _course(fields: Fields) -> CourseDraft:
    course = course_of(fields)
    for number, values in enumerate(_list(fields, "lessons"), start=1):
        place = _("%(course)s, lesson %(number)d") % {"course": fields.place, "number": number}
        if below := _fields(place, values, fields.problems, NAMES):
            course.lessons.append(_lesson(below, number))
    for number, values in enumerate(_list(fields, "quiz"), start=1):
        place = _("%(course)s, question %(number)d") % {"course": fields.place, "number": number}
        if below := _fields(place, values, fields.problems, QUESTION_NAMES):
            course.questions.append(_question(below))
    return course


def _list(fields: Fields, name: str) -> list:
    value = fields.raw(name)
    if value is None:
        return []
    if not isinstance(value, list):
        fields.complain(name, _("This must be a list."))
        return []
    return value


def _lesson(fields: Fields, number: int) -> LessonDraft:
    """A list has an order already: the field for it may be left out."""
    if "order" not in fields.values:
        fields.values = {**fields.values, "order": number}
    return lesson_of(fields)


def _question(fields: Fields) -> QuestionDraft:
    kind = kind_of(str(fields.raw("kind") or QuestionKind.SINGLE))
    if kind == QuestionKind.TRUE_FALSE:
        fields.names = {**QUESTION_NAMES, "right": "is_true"}
    return question_of(fields, answers_of(fields, _list(fields, "answers")), _right)


def _right(fields: Fields) -> list[int]:
    """`correct_index`, or a list of them; the first answer is 0."""
    value = fields.raw("right")
    numbers = [whole(item) for item in (value if isinstance(value, list) else [value]) if item is not None]
    return [-1 if number is None else number for number in numbers]
