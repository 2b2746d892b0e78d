"""Which answers may be kept: pages that everybody may open, at the one address of their site."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from wagtail.models import Page

from sites.frame import frame_for

from .marks import holds_until, is_for_anybody, mark_of, may_be_kept
from .owners import EVERYTHING, names_for
from .parameters import narrow

# What somebody typed stands in no file, and few type the same.
TYPED = {"q", "quantity", "item"}


def keep_page(request: HttpRequest, page: Page) -> None:
    """Let the layer keep a page, if what was asked of it were choices only."""
    if at_usual_port(request) and not TYPED & request.GET.keys():
        frame, mark = frame_for(request), mark_of(request)
        may_be_kept(request, names_for(page, frame))
        if is_for_anybody(request) and not frame.is_portal:
            # The portal tells of all villages: somewhere, something always ends.
            mark.clock_is_known = True
            holds_until(request, frame.slot.end)


def keep_view(request: HttpRequest) -> None:
    """Let the layer keep what is no page: it reads no parameters, and may show content of anybody."""
    narrow(request, frozenset())
    if at_usual_port(request):
        may_be_kept(request, [EVERYTHING])


def at_usual_port(request: HttpRequest) -> bool:
    """Whether the host was asked for at a port that its site is known by: there are 65,535 others."""
    port = request.get_host().partition(":")[2]
    return port in ("", str(frame_for(request).site.port), str(settings.PUBLIC_PORT))
