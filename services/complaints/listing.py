"""The list of complaints and ideas of a village."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.urls import reverse

from services.models.requests import ServiceRequest
from sites.frame import frame_for

from .narrowing import Narrowing
from .one import OneComplaint


def published_at(request: HttpRequest):
    """What everybody may read at a site; nothing at one that is no village's."""
    village = frame_for(request).village
    found = ServiceRequest.objects.published()
    return found.filter(village=village) if village else found.none()


def sights_of(index, request: HttpRequest) -> dict:
    """Context of the list. Three queries, whatever there is."""
    found, narrowing, url = published_at(request), Narrowing(request.GET), index.get_url(request)
    listing = Paginator(narrowing.applied(found), index.page_size).get_page(request.GET.get("page"))
    listing.object_list = [OneComplaint(index, request_) for request_ in listing.object_list]
    return {
        "complaints": listing,
        "filters": narrowing.rows(found, url),
        "is_narrowed": bool(narrowing.chosen),
        "title_details": narrowing.labels,
        "list_url": url,
        "complain_url": reverse("request_complaint"),
        "idea_url": reverse("request_idea"),
        "look_up_url": reverse("requests"),
    }
