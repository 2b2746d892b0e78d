"""The page about learning codes, and what its script asks. No code ever stands in an address."""

import json

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe
from wagtail.models import Page

from learning.models import CourseIndexPage, LearningCode
from sites import limits, private_answers
from sites.frame import frame_for
from sites.identity_numbers import holds_identity_number, kind_word
from sites.readers_forms import in_shown_language, is_from_elsewhere
from sites.views import form_refused

from . import keeping, record

# A hall of pupils may come from one connection; who guesses would need some millions of tries.
TRIES = limits.Limits("learning.code", 60, 200, 600)
ENVELOPE = 500  # bytes beside the progress
TOO_MUCH = gettext_lazy("That is more than a learning code can hold.")


# Not kept on phones for reading without a line: it does nothing there.
@cache_control(private=True, no_cache=True)
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    if elsewhere := in_shown_language(request, "learning_code"):
        return elsewhere
    courses = next((page for page in frame_for(request).sections if is_course_list(page)), None)
    context = {"kept_days": LearningCode.KEPT.days, "courses": courses}
    return private_answers.answer(request, "learning/learning_code.html", **context)


def is_course_list(page: Page) -> bool:
    return page.specific_class is CourseIndexPage


@never_cache
@csrf_exempt  # no cookie is read; `is_from_elsewhere` does what matters here
@require_POST
def make(request: HttpRequest) -> HttpResponse:
    """Store the progress of a browser; answer with its code, and all that is stored behind it."""
    return _answered(request, _made)


@never_cache
@csrf_exempt  # as above
@require_POST
def use(request: HttpRequest) -> HttpResponse:
    """Answer with the progress behind a code."""
    return _answered(request, _used)


def _answered(request: HttpRequest, act) -> HttpResponse:
    if is_from_elsewhere(request):
        return form_refused(request)
    try:
        sent = _sent(request)
    except RequestDataTooBig:
        return _refusal(413, TOO_MUCH)
    except record.MalformedError:
        return _refusal(400, gettext("This page is out of date. Load it anew, and try once more."))
    site = frame_for(request).site
    if not limits.allows(request, f"learning-{site.pk}", TRIES):
        return _refusal(429, gettext("Too many tries within this hour. Please try again in an hour."))
    return act(site, sent)


def _sent(request: HttpRequest) -> dict:
    """The object that was sent, with its progress checked. Raises `RequestDataTooBig`, `MalformedError`."""
    if len(request.body) > record.LONGEST + ENVELOPE:
        raise RequestDataTooBig
    try:
        sent = json.loads(request.body)
    except (ValueError, RecursionError):
        raise record.MalformedError from None
    if not isinstance(sent, dict) or not isinstance(sent.get("code", ""), str):
        raise record.MalformedError
    return {"code": sent.get("code", ""), "progress": record.read(sent.get("progress", {}))}


def _made(site, sent: dict) -> HttpResponse:
    try:
        code, progress = keeping.keep(site, sent["progress"], sent["code"])
    except record.TooMuchError:
        return _refusal(413, TOO_MUCH)
    return _private({"code": code, "progress": progress})


def _used(site, sent: dict) -> HttpResponse:
    if holds_identity_number(sent["code"]):
        return _refusal(200, kind_word())
    progress = keeping.find(site, sent["code"])
    if progress is None:
        # No error: browsers would write one down for who looks after a page.
        return _refusal(200, gettext("This code is not known here. Look at words and number once more."))
    return _private({"progress": progress})


def _refusal(status: int, message: str | Promise) -> HttpResponse:
    return _private({"message": str(message)}, status)


def _private(data: dict, status: int = 200) -> HttpResponse:
    return private_answers.kept_private(JsonResponse(data, status=status))
