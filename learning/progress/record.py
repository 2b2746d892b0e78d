"""What a browser knows of somebody's learning: checked strictly, and joined with what is stored.

By course: when it was begun (a key), which lessons were read on which day, the last one, the end (a key), and
the result of the quiz. See static/js/progress.js, which keeps the same.
"""

import json
import re
from datetime import date
from uuid import UUID

LONGEST = 50_000  # bytes
MOST_COURSES, MOST_LESSONS = 300, 200
COURSE_PARTS = {"start", "lessons", "last", "done", "quiz"}
QUIZ_PARTS = {"percent", "passed", "on", "claim"}
# The way to a certificate: a path on the same site, and nothing that leads elsewhere.
PATH = re.compile(r"/(?:[\w\-.:]+/)+")
LONGEST_PATH = 300


class MalformedError(ValueError):
    """What was sent is no progress."""


class TooMuchError(ValueError):
    """More than one code holds."""


def read(value: object) -> dict:
    """Return progress in its complete form. Raises `MalformedError`."""
    courses = _object(value, MOST_COURSES)
    return {_key(key): _course(course) for key, course in courses.items()}


def joined(first: dict, second: dict) -> dict:
    """All that either knows. A lesson keeps the day on which it was read first, a quiz its better result.

    Raises `TooMuchError`.
    """
    found = dict(first)
    for key, course in second.items():
        found[key] = _joined_course(first[key], course) if key in first else course
    if len(json.dumps(found)) > LONGEST:
        raise TooMuchError
    return found


def _joined_course(first: dict, second: dict) -> dict:
    lessons = dict(first["lessons"])
    for key, day in second["lessons"].items():
        lessons[key] = min(day, lessons.get(key, day))
    quizzes = [quiz for quiz in (first["quiz"], second["quiz"]) if quiz]
    newer = second if _newest_day(second) >= _newest_day(first) else first
    return {
        "start": first["start"] or second["start"],
        "lessons": lessons,
        "last": newer["last"] or first["last"] or second["last"],
        "done": first["done"] or second["done"],
        "quiz": max(quizzes, key=_rank, default=None),
    }


def _newest_day(course: dict) -> str:
    return max(course["lessons"].values(), default="")


def _rank(quiz: dict) -> tuple:
    return quiz["passed"], quiz["percent"], bool(quiz["claim"]), quiz["on"], quiz["claim"] or ""


def _course(value: object) -> dict:
    course = _object(value, len(COURSE_PARTS), COURSE_PARTS)
    lessons = _object(course.get("lessons") or {}, MOST_LESSONS)
    return {
        "start": _key_or_none(course.get("start")),
        "lessons": {_key(key): _day(day) for key, day in lessons.items()},
        "last": _key_or_none(course.get("last")),
        "done": _key_or_none(course.get("done")),
        "quiz": None if course.get("quiz") is None else _quiz(course["quiz"]),
    }


def _quiz(value: object) -> dict:
    quiz = _object(value, len(QUIZ_PARTS), QUIZ_PARTS)
    percent, passed, claim = quiz.get("percent"), quiz.get("passed"), quiz.get("claim")
    if type(percent) is not int or not 0 <= percent <= 100 or type(passed) is not bool:
        raise MalformedError
    if claim is not None and not (
        isinstance(claim, str) and len(claim) <= LONGEST_PATH and PATH.fullmatch(claim)
    ):
        raise MalformedError
    return {"percent": percent, "passed": passed, "on": _day(quiz.get("on")), "claim": claim}


def _object(value: object, most: int, parts: set[str] | None = None) -> dict:
    if not isinstance(value, dict) or len(value) > most or (parts and not value.keys() <= parts):
        raise MalformedError
    return value


def _key(value: object) -> str:
    """A UUID in the one form that browsers write."""
    if not isinstance(value, str):
        raise MalformedError
    try:
        key = str(UUID(value))
    except ValueError:
        raise MalformedError from None
    if key != value:
        raise MalformedError
    return key


def _key_or_none(value: object) -> str | None:
    return None if value is None else _key(value)


def _day(value: object) -> str:
    try:
        if not isinstance(value, str) or date.fromisoformat(value).isoformat() != value:
            raise MalformedError
    except ValueError:
        raise MalformedError from None
    return value
