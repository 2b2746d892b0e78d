"""The forms with which people ask a village office; see answers.py."""

from collections.abc import Callable

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt

from services.attachments.keeping import MOST_FILES
from services.choices import Asking, RequestKind
from services.models import ServicePage, ServiceState
from sites import limits
from sites.frame import Frame, frame_for
from sites.media.private_files import MOST_BYTES
from sites.readers_forms import in_shown_language, is_from_elsewhere, see_other
from sites.views import form_refused

from .answers import answer, is_sendable, page_methods
from .forms import RequestForm
from .intake import take_in
from .standing import is_closed, reason_in, state_of

# A whole hamlet may ask behind one address.
MOST_ASKED = limits.Limits("services.request", 20, 100, 200)
# Files are looked into before anything else is known to be right, which is work.
MOST_WITH_FILES = limits.Limits("services.files", 60, 300, 600)
# Of all that a form may bring. The server reads no more of it.
MOST_SENT = MOST_FILES * MOST_BYTES + 1024 * 1024

FormOf = Callable[..., RequestForm]


def _ask(request: HttpRequest, form_of: FormOf, state: ServiceState | None = None) -> HttpResponse:
    """Show a form, or take in what was sent with it. `form_of` makes one of what was sent."""
    frame = frame_for(request)
    context = _state_sights(state)
    if request.method != "POST":
        return answer(request, "form", form=form_of(frame), **context)
    if is_from_elsewhere(request):
        return form_refused(request)
    if _size_of(request) > MOST_SENT:
        return answer(request, "too_large", status=413)
    try:
        sent, files = request.POST, request.FILES
    except (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent):
        return answer(request, "too_large", status=413)
    place = f"requests-{frame.site.pk}"
    if files and not limits.allows(request, f"{place}-files", MOST_WITH_FILES):
        return answer(request, "form", 429, form=form_of(frame, sent), is_too_many=True, **context)
    return _receive(request, frame, form_of(frame, sent, files), place, context)


def _receive(
    request: HttpRequest, frame: Frame, form: RequestForm, place: str, context: dict
) -> HttpResponse:
    if not is_sendable(form):
        return answer(request, "form", form=form, **context)
    if not limits.allows(request, place, MOST_ASKED):
        return answer(request, "form", 429, form=form, is_too_many=True, **context)
    found = take_in(frame.village, form.asked(get_language()), form.key_with_answers)
    return see_other(reverse("request", args=[found.code]))


def _size_of(request: HttpRequest) -> int:
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return 0


def _state_sights(state: ServiceState | None) -> dict:
    return {"state": state, "state_reason": reason_in(state, get_language()) if state else ""}


def _at_open_village(request: HttpRequest) -> Frame:
    frame = frame_for(request)
    if frame.village is None or not frame.village.is_open:
        raise Http404
    return frame


# Browsers may keep it for the back button, which then shows what was typed; nobody else may.
@cache_control(private=True, no_cache=True)
@csrf_exempt  # see answers.py; `is_from_elsewhere` does what matters here
@page_methods
def ask_for_service(request: HttpRequest, service_id: int) -> HttpResponse:
    """Ask for a service of this village, or about it. One that is closed takes nothing, and says why."""
    if elsewhere := in_shown_language(request, "request_service", service_id):
        return elsewhere
    services = ServicePage.objects.askable_on(_at_open_village(request).site)
    service = services.filter(pk=service_id).first()
    if service is None:
        raise Http404
    kind = RequestKind.SERVICE if service.asking == Asking.REQUEST else RequestKind.QUESTION
    state = state_of(service)

    def form_of(frame: Frame, *sent) -> RequestForm:
        return RequestForm(frame, kind, service, *sent)

    if is_closed(state):
        return answer(request, "closed", form=form_of(frame_for(request)), **_state_sights(state))
    return _ask(request, form_of, state)


@cache_control(private=True, no_cache=True)
@csrf_exempt
@page_methods
def ask(request: HttpRequest, kind: str) -> HttpResponse:
    """Ask for public information, complain, or tell an idea."""
    if elsewhere := in_shown_language(request, f"request_{kind}"):
        return elsewhere
    _at_open_village(request)

    def form_of(frame: Frame, *sent) -> RequestForm:
        return RequestForm(frame, RequestKind(kind), None, *sent)

    return _ask(request, form_of)
