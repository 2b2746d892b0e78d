"""Answers below the address of the list."""

from __future__ import annotations

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers

from services.models.requests import RequestAttachment, ServiceRequest
from sites.private_answers import kept_private
from sites.querysets import LARGEST_KEY

from .listing import published_at
from .one import OneComplaint

# A picture is only looked at: nothing in it may run, or fetch anything.
PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


def complaint(index, request: HttpRequest, number: int) -> HttpResponse:
    part = OneComplaint(index, _published(request, number))
    return kept_private(index.render(request, complaint=part, template="services/complaint.html"))


def picture(index, request: HttpRequest, number: int, key: int) -> HttpResponse:
    """One of its pictures, as long as it is published with it."""
    pictures = RequestAttachment.objects.filter(request=_published(request, number), is_public=True)
    found = pictures.filter(pk=min(key, LARGEST_KEY)).first()
    if found is None or not found.is_picture:
        raise Http404
    try:
        file = found.file.open()
    except FileNotFoundError:
        raise Http404 from None
    response = FileResponse(file, content_type=found.content_type)
    response["Content-Security-Policy"] = PICTURE_POLICY
    add_never_cache_headers(response)
    return kept_private(response)


def _published(request: HttpRequest, number: int) -> ServiceRequest:
    found = published_at(request).filter(pk=min(number, LARGEST_KEY)).first()
    if found is None:
        raise Http404
    return found
