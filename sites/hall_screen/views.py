from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, override
from django.views.decorators.http import require_safe

from sites.frame import frame_for

from .parts import parts_of

SECONDS, FEWEST_SECONDS, MOST_SECONDS = 15, 5, 120
RENEWED_AFTER_SECONDS = 180


@require_safe
def hall_screen(request: HttpRequest) -> HttpResponse:
    """A village's page for a television. The portal has no hall."""
    frame = frame_for(request)
    if frame.is_portal:
        raise Http404
    if get_language() not in frame.settings.languages:
        with override(settings.LANGUAGE_CODE):
            return redirect(reverse("hall_screen"))
    context = {
        "parts": parts_of(frame),
        "now": timezone.localtime(),
        "seconds": seconds_of(request.GET.get("detik", "")),
        "renewed_after": RENEWED_AFTER_SECONDS,
    }
    return render(request, "sites/hall_screen.html", context)


def seconds_of(text: str) -> int:
    """For how long each part stands, as the address asks for it, within bounds."""
    if not (text.isascii() and text.isdecimal() and len(text) < 6):
        return SECONDS
    return min(max(int(text), FEWEST_SECONDS), MOST_SECONDS)
