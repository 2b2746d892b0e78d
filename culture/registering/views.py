"""The pages of registering: the form, the ticket, and cancelling. None sets a cookie.

So none can carry Django's secret for forms. The form acts for nobody who has logged in, and is refused
only where a page of another site has sent it. For a ticket its signed link is the proof.
"""

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language, gettext
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from culture.classes.sights import contact_of
from culture.classes.versions import class_on, version_in
from culture.models import ClassPage, Registration
from sites import private_answers
from sites.frame import frame_for
from sites.readers_forms import in_shown_language, is_from_elsewhere, see_other
from sites.views import form_refused

from . import seats, tickets
from .forms import RegistrationForm
from .reception import TooManyError, closed_because, receive
from .ticket_sights import ticket_sights

page_methods = require_http_methods(["GET", "HEAD", "POST"])


def answer(request: HttpRequest, name: str, status: int = 200, **context) -> HttpResponse:
    return private_answers.answer(request, f"culture/registration/{name}.html", status, **context)


# Browsers may keep it for the back button, which then shows what was typed; nobody else may.
@cache_control(private=True, no_cache=True)
@csrf_exempt  # see the top; `is_from_elsewhere` does what matters here
@page_methods
def register(request: HttpRequest, class_id: int) -> HttpResponse:
    """Ask who wants to join, and register them. A class that takes nobody says why."""
    frame = frame_for(request)
    if elsewhere := in_shown_language(request, "registration", class_id):
        return elsewhere
    source = class_on(frame.site, class_id)
    if source is None:
        raise Http404
    if request.method != "POST":
        form = RegistrationForm(source, frame.name) if source.may_register else None
        return _form_page(request, source, form)
    if is_from_elsewhere(request):
        return form_refused(request)
    try:
        sent = request.POST
    except (RequestDataTooBig, TooManyFieldsSent):
        return answer(request, "too_large", status=413, class_page=version_in(source, get_language()))
    form = RegistrationForm(source, frame.name, sent)
    try:
        registration = receive(request, form)
    except TooManyError:
        return _form_page(request, source, form, status=429, is_too_many=True)
    if registration is None:
        return _form_page(request, source, form)
    return see_other(tickets.path_of(registration, frame.site))


def _form_page(
    request: HttpRequest, source: ClassPage, form: RegistrationForm | None, status: int = 200, **context
) -> HttpResponse:
    page = version_in(source, get_language())
    context |= {
        "class_page": page,
        "heading": gettext("Register: %(title)s") % {"title": page.title},
        "form": form,
        "contact": contact_of(page, frame_for(request)),
    }
    if form is None:
        context["closed_because"] = closed_because(page.state)
    return answer(request, "form", status, **context)


@never_cache
@require_safe
def ticket(request: HttpRequest, token: str) -> HttpResponse:
    """What somebody has to know who has registered; to be printed, or kept as a link."""
    if elsewhere := in_shown_language(request, "registration_ticket", token):
        return elsewhere
    registration = _named(request, token)
    if registration is None:
        return answer(request, "bad_link", status=404)
    return answer(request, "ticket", **ticket_sights(registration, frame_for(request)))


@never_cache
@csrf_exempt  # the signed link is the proof
@page_methods
def cancel(request: HttpRequest, token: str) -> HttpResponse:
    """Only the button cancels: programs that look at letters open every link in them."""
    if elsewhere := in_shown_language(request, "registration_cancel", token):
        return elsewhere
    registration = _named(request, token)
    if registration is None:
        return answer(request, "bad_link", status=404)
    sights = ticket_sights(registration, frame_for(request))
    if request.method == "POST":
        seats.cancel(registration)
        return see_other(sights["ticket_url"])
    return answer(request, "cancel", **sights) if sights["cancel_url"] else redirect(sights["ticket_url"])


def _named(request: HttpRequest, token: str) -> Registration | None:
    return tickets.read(frame_for(request).site, token)
