"""The rows of a spreadsheet, whichever kind of file they come from: courses, lessons and questions."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from .columns import ANSWERS, COLUMNS, COURSES, KEY, LESSONS, NAMES, QUESTIONS
from .drafts import CourseDraft, Parsed, Problem
from .fields import Fields, whole, written
from .parts import answers_of, course_of, lesson_of, question_of
from .words import plain


class Row(NamedTuple):
    """`place` says in words where it stands; `cells` are values by the name of their column."""

    place: str
    cells: dict[str, object]


def read(sheets: dict[str, list[Row]], problems: list[Problem]) -> Parsed:
    """`sheets` are the rows by the kind of thing that they are about."""
    parsed = Parsed(problems=problems)
    by_key = _courses(sheets.get(COURSES, []), parsed)
    for row in sheets.get(LESSONS, []):
        fields = _fields(row, parsed.problems)
        if course := _course_of(fields, by_key, parsed.courses):
            course.lessons.append(lesson_of(fields))
    for row in sheets.get(QUESTIONS, []):
        fields = _fields(row, parsed.problems)
        if course := _course_of(fields, by_key, parsed.courses):
            course.questions.append(question_of(fields, answers_of(fields, _answers(row)), _right))
    return parsed


def _fields(row: Row, problems: list[Problem]) -> Fields:
    return Fields(row.place, row.cells, problems, NAMES)


def _courses(rows: list[Row], parsed: Parsed) -> dict[str, CourseDraft]:
    if not rows:
        parsed.problems.append(Problem("", "", _("There is no row for a course in this file.")))
    by_key = {}
    for row in rows:
        fields = _fields(row, parsed.problems)
        course, key = course_of(fields), plain(row.cells.get(KEY) or "")
        if key in by_key:
            fields.complain(KEY, _("Another course has this short name already."))
        by_key[key] = course
        parsed.courses.append(course)
    return by_key


def _course_of(fields: Fields, by_key: dict, courses: list[CourseDraft]) -> CourseDraft | None:
    """The course that a row is a part of: the only one, or the one that it names."""
    key = plain(fields.raw(KEY) or "")
    if not key and len(courses) == 1:
        return courses[0]
    course = by_key.get(key)
    if course is None and courses:
        fields.complain(KEY, _("There is no course with this short name in the file."))
    return course


def _answers(row: Row) -> list:
    """Those that are filled in; empty cells between them stay, for answers go by their number."""
    values = [row.cells.get(name) for name in ANSWERS]
    while values and written("" if values[-1] is None else values[-1]) == "":
        values.pop()
    return values


def _right(fields: Fields) -> list[int]:
    """Numbers of the right answers, the first one is 1; spreadsheets take “1,3” for a number at times."""
    value = fields.raw("right")
    parts = written("" if value is None else value).replace(";", ",").replace(".", ",").split(",")
    numbers = [whole(part) for part in parts if part.strip()]
    return [-1 if number is None else number - 1 for number in numbers]


def unknown_columns(names: list[str], kinds: list[str], place: str) -> list[Problem]:
    """A column that nobody reads is a slip, and what stands in it would be lost without a word."""
    known = {name for kind in kinds for name in COLUMNS[kind]}
    problems = [
        Problem(place, name, _("This column is not known. The template shows the columns there are."))
        for name in names
        if name and name not in known
    ]
    twice = {name for name in names if name and names.count(name) > 1}
    return problems + [Problem(place, name, _("This column is there twice.")) for name in sorted(twice)]
