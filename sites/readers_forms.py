"""Forms of readers set no cookie, and so can't carry Django's secret for forms; this takes its place."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language, override

from sites.frame import frame_for


def is_from_elsewhere(request: HttpRequest) -> bool:
    """Whether a page of another site has sent the form: browsers name where it was sent from."""
    origin = request.headers.get("Origin")
    return origin is not None and _host_of(origin) != request.get_host()


def _host_of(origin: str) -> str | None:
    """None for what no browser writes."""
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return None


def see_other(address: str) -> HttpResponse:
    """Lead on after a form, so that loading anew does not send it again."""
    response = redirect(address)
    response.status_code = 303
    return response


def in_shown_language(request: HttpRequest, view: str, *keys) -> HttpResponse | None:
    """Lead to the Indonesian page where the site has no English; None where it has."""
    if get_language() in frame_for(request).settings.languages:
        return None
    with override(settings.LANGUAGE_CODE):
        return redirect(reverse(view, args=keys))
