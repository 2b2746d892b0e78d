"""What a page says of a quiz that was sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext

from learning.certificates.links import claim_url
from learning.scoring import needed_right

from .answers import Answer
from .mixing import questions_shown
from .sights import WRONG, QuestionSight, asked, check, right_answer_of
from .versions import AskedQuiz

if TYPE_CHECKING:
    from learning.models import Attempt, CoursePage


@dataclass(frozen=True)
class Outcome:
    """`questions` is empty where the key was sent before with other answers: those are not kept."""

    percent: int
    passed: bool
    right: int
    count: int
    needed: int
    taken_on: str
    questions: list[QuestionSight]
    change_note: str
    was_counted_before: bool
    may_retry: bool
    claim_url: str


def outcome_of(
    course: CoursePage,
    request: HttpRequest,
    attempt: Attempt,
    quiz: AskedQuiz,
    answers: Mapping[str, Answer] | None,
) -> Outcome:
    """The stored outcome; with each question where `answers` are those that it was stored for."""
    right, wrong = len(attempt.right_questions), len(attempt.wrong_questions)
    has_certificate = attempt.passed and course.gives_certificate
    # Nobody can be kept from another try: told the answers, anybody could earn the certificate.
    tells_all = attempt.passed or not (course.may_retry or course.gives_certificate)
    return Outcome(
        percent=attempt.percent,
        passed=attempt.passed,
        right=right,
        count=right + wrong,
        needed=needed_right(right + wrong, quiz.pass_percent),
        taken_on=timezone.localdate(attempt.created_at).isoformat(),
        questions=_checked(quiz, answers, tells_all) if answers else [],
        change_note=_change_note(quiz),
        was_counted_before=answers is None,
        may_retry=course.may_retry and bool(wrong),
        claim_url=(claim_url(attempt, request) or "") if has_certificate else "",
    )


def _change_note(quiz: AskedQuiz) -> str:
    if not quiz.has_changed:
        return ""
    if quiz.revision_id is None:
        return gettext(
            "The quiz was changed since you opened it. Your answers were checked by the questions of today."
        )
    return gettext(
        "The quiz was changed since you opened it. "
        "Your answers were checked by the questions that you have seen."
    )


def _checked(quiz: AskedQuiz, answers: Mapping[str, Answer], tells_all: bool) -> list[QuestionSight]:
    """Each question with its verdict; with the right answer for who has no other try before them."""
    sights = []
    for number, question in enumerate(questions_shown(quiz.questions, quiz.token.seed, quiz.mixes), start=1):
        answer = answers[question.key]
        sight = check(asked(question, quiz.token.seed, quiz.mixes, answer, number), question, answer)
        sight.is_closed = True
        if tells_all and sight.verdict == WRONG:
            sight.right_answer = right_answer_of(question)
        sights.append(sight)
    return sights
