"""Keeping the outcome of a quiz, once for each key, and what learners reach on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from django.db import transaction

from learning.scoring import Score, has_passed
from sites.patience import patient

from .versions import AskedQuiz

if TYPE_CHECKING:
    from wagtail.models import Site

    from learning.models import Attempt, CoursePage, Milestone


class ForeignKeyError(Exception):
    """The key was used for another course: it was not made for this form."""


def known_attempt(course: CoursePage, key: UUID) -> Attempt | None:
    """The attempt that was sent with this key before. Raises `ForeignKeyError`."""
    return _own(course, course.attempts.model.objects.filter(key=key).first())


@patient
@transaction.atomic
def keep_attempt(course: CoursePage, site: Site, key: UUID, score: Score, asked: AskedQuiz) -> Attempt:
    """Store an outcome, or return what is stored for the key already. Raises `ForeignKeyError`."""
    outcome = {
        "course": course,
        "site": site,
        "revision_id": asked.revision_id,
        "percent": score.percent,
        "passed": has_passed(score.percent, asked.pass_percent),
        "right_questions": sorted(score.right),
        "wrong_questions": sorted(score.wrong),
    }
    attempt, _is_new = course.attempts.model.objects.get_or_create(key=key, defaults=outcome)
    return _own(course, attempt)


def _own(course: CoursePage, attempt: Attempt | None) -> Attempt | None:
    if attempt and attempt.course_id != course.pk:
        raise ForeignKeyError
    return attempt


def is_outcome(attempt: Attempt, score: Score) -> bool:
    """Whether a score is the one that was stored: a key that is sent again may come with other answers."""
    return set(attempt.right_questions) == score.right and set(attempt.wrong_questions) == score.wrong


@patient
@transaction.atomic
def keep_milestone(course: CoursePage, site: Site, key: UUID, kind: str) -> Milestone:
    """Count that somebody has begun or finished, once for each key."""
    milestones = course.milestones.model.objects
    return milestones.get_or_create(key=key, defaults={"course": course, "site": site, "kind": kind})[0]


def count_without_script(attempt: Attempt) -> None:
    """Count the milestones of somebody whose browser runs no script, as far as the quiz shows them."""
    kinds = attempt.course.milestones.model.Kind
    for kind in [kinds.START, *([kinds.COMPLETION] if attempt.passed else [])]:
        keep_milestone(attempt.course, attempt.site, uuid5(attempt.key, kind), kind)
