"""The pages of asking: the form, looking up a code, and what became of a request. None sets a cookie.

So none can carry Django's secret for forms. A form acts for nobody who has logged in, and is refused only
where a page of another site has sent it. For a request its code is the proof.
"""

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from services.choices import Asking, RequestKind
from services.codes import read_code
from services.models import ServicePage, ServiceRequest
from sites import limits, private_answers
from sites.frame import Frame, frame_for
from sites.readers_forms import in_shown_language, is_from_elsewhere, see_other
from sites.sealed_forms import SealedForm
from sites.views import form_refused

from .forms import RequestForm
from .intake import take_in
from .tracking import TooManyTriesError, find
from .writing import MessageForm

page_methods = require_http_methods(["GET", "HEAD", "POST"])

# A whole hamlet may ask behind one address.
MOST_ASKED = limits.Limits("services.request", 20, 100, 200)


def answer(request: HttpRequest, name: str, status: int = 200, **context) -> HttpResponse:
    return private_answers.answer(request, f"services/request/{name}.html", status, **context)


def _ask(request: HttpRequest, form_of, view: str, *keys) -> HttpResponse:
    """Show a form, or take in what was sent with it. `form_of` makes one of what was sent."""
    frame = frame_for(request)
    if elsewhere := in_shown_language(request, view, *keys):
        return elsewhere
    if frame.village is None or not frame.village.is_open:
        raise Http404
    if request.method != "POST":
        return answer(request, "form", form=form_of(frame))
    if is_from_elsewhere(request):
        return form_refused(request)
    try:
        form = form_of(frame, request.POST, request.FILES)
    except (RequestDataTooBig, TooManyFieldsSent):
        return answer(request, "too_large", status=413)
    return _receive(request, frame, form)


def _receive(request: HttpRequest, frame: Frame, form: RequestForm) -> HttpResponse:
    if not is_sendable(form):
        return answer(request, "form", form=form)
    if not limits.allows(request, f"requests-{frame.site.pk}", MOST_ASKED):
        return answer(request, "form", 429, form=form, is_too_many=True)
    found = take_in(frame.village, form.asked(get_language()), form.opened.key)
    return see_other(reverse("request", args=[found.code]))


def is_sendable(form: SealedForm) -> bool:
    """Whether a form may be taken; else it says why it comes back."""
    if not form.is_valid():
        return False
    if complaint := form.complaint():
        form.add_error(None, complaint)
        return False
    return True


# Browsers may keep it for the back button, which then shows what was typed; nobody else may.
@cache_control(private=True, no_cache=True)
@csrf_exempt  # see the top; `is_from_elsewhere` does what matters here
@page_methods
def ask_for_service(request: HttpRequest, service_id: int) -> HttpResponse:
    """Ask for a service of this village, or about it."""
    services = ServicePage.objects.askable_on(frame_for(request).site)
    service = services.filter(pk=service_id).first()
    if service is None:
        raise Http404
    kind = RequestKind.SERVICE if service.asking == Asking.REQUEST else RequestKind.QUESTION

    def form_of(frame: Frame, *sent) -> RequestForm:
        return RequestForm(frame, kind, service, *sent)

    return _ask(request, form_of, "request_service", service_id)


@cache_control(private=True, no_cache=True)
@csrf_exempt
@page_methods
def ask(request: HttpRequest, kind: str) -> HttpResponse:
    """Ask for public information, complain, or tell an idea."""

    def form_of(frame: Frame, *sent) -> RequestForm:
        return RequestForm(frame, RequestKind(kind), None, *sent)

    return _ask(request, form_of, f"request_{kind}")


@never_cache
@csrf_exempt
@page_methods
def look_up(request: HttpRequest) -> HttpResponse:
    """Where somebody types a code. It stands in no address until it is known to be one."""
    if elsewhere := in_shown_language(request, "requests"):
        return elsewhere
    typed = request.POST.get("code", "")[:40]
    if request.method == "POST":
        if is_from_elsewhere(request):
            return form_refused(request)
        try:
            if found := find(request, read_code(typed)):
                return see_other(reverse("request", args=[found.code]))
        except TooManyTriesError:
            return answer(request, "too_many_tries", status=429)
    return answer(request, "look_up", typed=typed, is_unknown=request.method == "POST")


@never_cache
@csrf_exempt  # the code is the proof
@page_methods
def follow(request: HttpRequest, code: str) -> HttpResponse:
    """What became of a request, and writing to the office about it."""
    if elsewhere := in_shown_language(request, "request", code):
        return elsewhere
    try:
        found = find(request, read_code(code))
    except TooManyTriesError:
        return answer(request, "too_many_tries", status=429)
    if found is None:
        return answer(request, "unknown", status=404)
    form = MessageForm(found, request.POST if request.method == "POST" else None)
    if request.method == "POST":
        if is_from_elsewhere(request):
            return form_refused(request)
        if is_sendable(form):
            form.send()
            return see_other(reverse("request", args=[found.code]))
    return answer(request, "request", **sights(found, form))


def sights(found: ServiceRequest, form: MessageForm) -> dict:
    """What the page of a request shows; notes of the office are for the office."""
    entries = found.entries.exclude(kind="note")
    return {"request_": found, "entries": entries, "form": form}
