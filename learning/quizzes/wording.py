"""What the form of a quiz prints, and what it says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext, ngettext

from learning.scoring import needed_right

from .answers import NO_ANSWER, Answer, Fault
from .mixing import questions_shown
from .sights import asked, solution_of
from .versions import AskedQuiz

if TYPE_CHECKING:
    from learning.models import CoursePage


def form_sights(
    course: CoursePage,
    quiz: AskedQuiz,
    key: UUID,
    answers: Mapping[str, Answer] | None = None,
    complaint: str = "",
) -> dict:
    """Context of the form, empty or with what was answered so far and what is wrong with it.

    Solutions stand in the page only where the quiz gives no certificate.
    """
    answers = answers or {}
    questions = questions_shown(quiz.questions, quiz.token.seed, quiz.mixes)
    sights = []
    for number, question in enumerate(questions, start=1):
        answer = answers.get(question.key, NO_ANSWER)
        sight = asked(question, quiz.token.seed, quiz.mixes, answer, number)
        sight.solution = "" if course.gives_certificate else solution_of(question)
        sights.append(sight)
    return {
        "questions": sights,
        "token": str(quiz.token),
        "key": key,
        "complaint": complaint,
        "missing": [sight for sight in sights if sight.fault == Fault.MISSING],
        "faulty": [sight for sight in sights if sight.fault not in (None, Fault.MISSING)],
        "rules": rules_of(course, quiz),
    }


def rules_of(course: CoursePage, quiz: AskedQuiz) -> str:
    """How many questions, from when it is passed, and whether one may try again."""
    count = len(quiz.questions)
    needed = needed_right(count, quiz.pass_percent)
    sentences = [
        ngettext("%(count)d question.", "%(count)d questions.", count) % {"count": count},
        ngettext("Passed with %(needed)d right answer.", "Passed with %(needed)d right answers.", needed)
        % {"needed": needed},
        gettext("May be tried again.") if course.may_retry else gettext("Please answer it once only."),
    ]
    return " ".join(sentences)
