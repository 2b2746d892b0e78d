"""Looking up a code, and what became of a request; see answers.py."""

from collections.abc import Callable
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from services.choices import EntryKind
from services.codes import read_code, readable
from services.handling import acts
from services.handling.subjects import subject_of
from services.models import ComplaintIndexPage, ServiceRequest
from sites import limits
from sites.frame import frame_for
from sites.identity_numbers import holds_identity_number, kind_word
from sites.readers_forms import in_shown_language, is_from_elsewhere, see_other
from sites.views import form_refused

from .answers import answer, is_sendable, page_methods
from .qr import qr_of
from .tracking import TooManyTriesError, find
from .writing import MessageForm

# Messages about one request within an hour, and from one connection.
MOST_WRITTEN = limits.Limits("services.message", 30, 150, 20)
LONGEST_TYPED = 40


@never_cache
@csrf_exempt
@page_methods
def look_up(request: HttpRequest) -> HttpResponse:
    """Where somebody types a code. It stands in no address until it is known to be one."""
    if elsewhere := in_shown_language(request, "requests"):
        return elsewhere
    if request.method != "POST":
        return answer(request, "look_up")
    if is_from_elsewhere(request):
        return form_refused(request)
    typed = request.POST.get("code", "")[:LONGEST_TYPED]
    if holds_identity_number(typed):
        return answer(request, "look_up", warning=kind_word())
    try:
        found = find(request, read_code(typed))
    except TooManyTriesError:
        return answer(request, "too_many_tries", status=429)
    if found is None:
        return answer(request, "look_up", typed=typed, is_unknown=True)
    return see_other(reverse("request", args=[found.code]))


def _at_request(
    request: HttpRequest, view: str, code: str, act: Callable[[ServiceRequest], HttpResponse]
) -> HttpResponse:
    """Find the request of an address, and answer with what `act` makes of it."""
    if elsewhere := in_shown_language(request, view, code):
        return elsewhere
    if request.method == "POST" and is_from_elsewhere(request):
        return form_refused(request)
    try:
        found = find(request, read_code(code))
    except TooManyTriesError:
        return answer(request, "too_many_tries", status=429)
    if found is None:
        return answer(request, "unknown", status=404)
    try:
        return act(found)
    except acts.Erased:
        return answer(request, "unknown", status=404)


@never_cache
@csrf_exempt  # the code is the proof
@page_methods
def follow(request: HttpRequest, code: str) -> HttpResponse:
    """What became of a request, and writing to the office about it."""

    def show(found: ServiceRequest) -> HttpResponse:
        if request.method != "POST" or not found.is_open:
            return answer(request, "request", form=MessageForm(found), **sights(request, found))
        form = MessageForm(found, request.POST)
        if not is_sendable(form):
            return answer(request, "request", form=form, **sights(request, found))
        if not limits.allows(request, f"request-{found.pk}", MOST_WRITTEN):
            return answer(request, "request", 429, form=form, is_too_many=True, **sights(request, found))
        form.send()
        return see_other(reverse("request", args=[found.code]) + "?sent")

    return _at_request(request, "request", code, show)


@never_cache
@csrf_exempt  # as above
@page_methods
def withdraw(request: HttpRequest, code: str) -> HttpResponse:
    """Take a request back; asked once more, so that no program that opens links does it."""

    def do(found: ServiceRequest) -> HttpResponse:
        address = reverse("request", args=[found.code])
        if request.method == "POST":
            acts.withdraw(found)
            acts.keep_private(found)
            return see_other(address)
        if not found.is_open:
            return see_other(address)
        return answer(request, "withdraw", subject=subject_of(found), request_=found, request_url=address)

    return _at_request(request, "request_withdraw", code, do)


@never_cache
@csrf_exempt  # as above
@page_methods
def keep_private(request: HttpRequest, code: str) -> HttpResponse:
    """Who agreed that everybody may read a complaint may think again, also once it is answered."""

    def do(found: ServiceRequest) -> HttpResponse:
        if request.method == "POST":
            acts.keep_private(found)
        return see_other(reverse("request", args=[found.code]))

    return _at_request(request, "request_private", code, do)


def sights(request: HttpRequest, found: ServiceRequest) -> dict:
    """What the page of a request shows; notes of the office are for the office."""
    frame = frame_for(request)
    address = reverse("request", args=[found.code])
    full = request.build_absolute_uri(address)
    return {
        "request_": found,
        "subject": subject_of(found),
        "entries": found.entries.exclude(kind=EntryKind.NOTE),
        "attachments": found.attachments.all(),
        "qr": qr_of(full),
        "keep_url": _keep_url(found, frame.name, full),
        "withdraw_url": reverse("request_withdraw", args=[found.code]) if found.is_open else "",
        "private_url": reverse("request_private", args=[found.code]) if found.may_be_public else "",
        "public_url": _public_url(request, found),
        "is_sent": "sent" in request.GET,
    }


def _keep_url(found: ServiceRequest, office: str, address: str) -> str:
    """A chat of one's own choice with the code in it, where it is found again."""
    words = {"office": office, "code": readable(found.code), "url": address}
    text = gettext("My request to %(office)s has the code %(code)s. What became of it: %(url)s") % words
    return f"https://wa.me/?text={quote(text, safe='')}"


def _public_url(request: HttpRequest, found: ServiceRequest) -> str:
    """Where everybody reads it; empty where nobody does."""
    if not found.is_published:
        return ""
    sections = frame_for(request).sections
    index = next((page for page in sections if page.specific_class is ComplaintIndexPage), None)
    return f"{index.get_url(request)}{found.pk}/" if index else ""
