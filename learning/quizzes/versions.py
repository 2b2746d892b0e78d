"""The quiz as a learner has seen it, which may have been edited since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from learning.questions import Question

from .tokens import Token

if TYPE_CHECKING:
    from learning.models import CoursePage


@dataclass(frozen=True)
class AskedQuiz:
    """The questions of one version of a course, with the form's token.

    `revision_id` is None where that version is not kept any more.
    """

    questions: Sequence[Question]
    pass_percent: int
    mixes: bool
    token: Token
    revision_id: int | None
    has_changed: bool = False


def quiz_now(course: CoursePage) -> AskedQuiz:
    """The quiz as it is published, for a form that is opened now."""
    return _quiz_of(course, Token.fresh(course), course.live_revision_id)


def quiz_seen(course: CoursePage, token: Token) -> AskedQuiz:
    """The quiz that a form has shown; as it is published now, where that version is gone."""
    if token.revision_id in (0, course.live_revision_id):
        return _quiz_of(course, token, course.live_revision_id)
    revision = course.revisions.filter(pk=token.revision_id).first()
    if revision is None:
        return _quiz_of(course, token, None, has_changed=True)
    seen = revision.as_object()
    has_changed = seen.question_list != course.question_list or seen.pass_percent != course.pass_percent
    return _quiz_of(seen, token, revision.pk, has_changed)


def _quiz_of(
    course: CoursePage, token: Token, revision_id: int | None, has_changed: bool = False
) -> AskedQuiz:
    return AskedQuiz(
        course.question_list, course.pass_percent, course.shuffles, token, revision_id, has_changed
    )
