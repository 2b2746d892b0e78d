"""The quiz of a course: the form, and its outcome. No cookie, no account; a script only adds."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext

from learning import scoring
from learning.lessons import MILESTONES, QUIZ
from sites import limits
from sites.frame import frame_for
from sites.media.renditions import prefetch_renditions
from sites.page_cache.marks import is_for_one

from .answers import Answer, Fault, read_answers, scorable
from .attempts import ForeignKeyError, count_without_script, is_outcome, keep_attempt, known_attempt
from .milestones import read_key
from .outcome import outcome_of
from .tokens import Token
from .versions import AskedQuiz, quiz_now, quiz_seen
from .wording import form_sights

if TYPE_CHECKING:
    from learning.models import CoursePage

# A hall of pupils sends each quiz behind one address, some of them several times.
FROM_ONE_READER, FROM_ONE_NETWORK, AT_ONE_COURSE = 400, 1500, 5000


def quiz(course: CoursePage, request: HttpRequest) -> HttpResponse:
    """Show the form; score what is sent, keep the outcome once, and show it."""
    if request.method == "POST":
        return _answered(course, request)
    if not course.question_list:
        raise Http404
    # By the key an outcome is found again, and with it a certificate: it must be this reader's alone.
    is_for_one(request)
    return _page(course, request, form_sights(course, quiz_now(course), key=uuid4()))


def _answered(course: CoursePage, request: HttpRequest) -> HttpResponse:
    token, key = Token.read(request.POST.get("token", ""), course), read_key(request.POST.get("key", ""))
    asked = quiz_seen(course, token) if token else quiz_now(course)
    if not asked.questions:
        raise Http404
    answers = read_answers(asked.questions, request.POST)
    if token is None or key is None:
        return _unknown(course, request, asked, answers)
    if any(answer.fault for answer in answers.values()):
        return _page(course, request, form_sights(course, asked, key, answers))
    try:
        return _scored(course, request, key, asked, answers)
    except ForeignKeyError:
        return _unknown(course, request, asked, answers)


def _scored(
    course: CoursePage, request: HttpRequest, key: UUID, asked: AskedQuiz, answers: dict[str, Answer]
) -> HttpResponse:
    score = scoring.score(asked.questions, scorable(answers))
    attempt = known_attempt(course, key)
    if attempt is None:
        most = limits.Limits("learning.quiz", FROM_ONE_READER, FROM_ONE_NETWORK, AT_ONE_COURSE)
        if not limits.allows(request, f"quiz-{course.pk}", most):
            complaint = gettext("Many have sent this quiz within this hour. Please send it again later.")
            return _page(course, request, form_sights(course, asked, key, answers, complaint), status=429)
        attempt = keep_attempt(course, frame_for(request).site, key, score, asked)
    if not request.POST.get("by_script"):
        count_without_script(attempt)
    seen = answers if is_outcome(attempt, score) else None
    return _page(course, request, {"outcome": outcome_of(course, request, attempt, asked, seen)})


def _unknown(
    course: CoursePage, request: HttpRequest, asked: AskedQuiz, answers: dict[str, Answer]
) -> HttpResponse:
    """To a form that is not ours, or has lost what it carried: a fresh one, with the answers that fit."""
    complaint = gettext("This form could not be recognised. See whether all is right, and send it again.")
    kept = {key: answer for key, answer in answers.items() if answer.fault != Fault.MISSING}
    sights = form_sights(course, asked, uuid4(), kept, complaint)
    return _page(course, request, sights, status=400)


def _page(course: CoursePage, request: HttpRequest, sights: dict, status: int = 200) -> HttpResponse:
    """The whole page; for a script, which says so in the form, only the part that changes."""
    prefetch_renditions({id(q.picture): q.picture for q in sights.get("questions", [])}.values())
    address = course.get_url(request)
    sights |= {"quiz_url": f"{address}{QUIZ}/", "milestones_url": f"{address}{MILESTONES}/"}
    if request.POST.get("by_script"):
        return TemplateResponse(request, "learning/quiz/part.html", {"page": course} | sights, status=status)
    response = course.render(request, context_overrides=sights, template="learning/quiz.html")
    response.status_code = status
    return response
