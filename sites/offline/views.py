from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, override
from django.views.decorators.http import require_safe

from sites.frame import frame_for

from . import worker


@require_safe
def service_worker(request: HttpRequest) -> HttpResponse:
    """The worker of the requested site; where it is switched off, one that takes itself away.

    Browsers ask for it at each page they open. Nothing may keep it, or the switch would come too late.
    """
    text = worker.worker(frame_for(request)) if settings.SERVICE_WORKER else worker.farewell()
    response = HttpResponse(text, content_type="text/javascript; charset=utf-8")
    response["Cache-Control"] = "no-cache"
    return response


@require_safe
def offline(request: HttpRequest) -> HttpResponse:
    """What is saved on the device; shown in place of a page that is not, while the line is cut."""
    if get_language() not in frame_for(request).settings.languages:
        with override(settings.LANGUAGE_CODE):
            return redirect(reverse("offline"))
    return render(request, "sites/offline.html")
