"""Hands out stored files, each at the hosts it belongs to."""

import re
from pathlib import PurePath

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.shortcuts import get_object_or_404
from django.utils.cache import add_never_cache_headers
from django.utils.http import http_date
from django.views.decorators.http import require_safe
from django.views.static import was_modified_since
from wagtail.documents.views.serve import serve as wagtail_serve_document

from sites.models import VillageDocument, VillageImage

from .belonging import Audience, audience, is_at_home, works_for_owner
from .ranges import answer_in_part

PICTURE_PATH = re.compile(r"(images|original_images)/[\w.-]+")  # one folder deep: nowhere to climb to
PICTURE_TYPES = {".avif": "image/avif", ".webp": "image/webp", ".jpg": "image/jpeg", ".png": "image/png"}


def serve_document(request: HttpRequest, document_id: int | str, filename: str) -> HttpResponse:
    """Answer as Wagtail does, but only at a host that the document belongs to.

    Wagtail says "Content-Encoding: None" of a file that is not compressed, an encoding that does not
    exist; strict readers refuse such an answer.
    """
    document = get_object_or_404(VillageDocument.objects.select_related("collection"), pk=document_id)
    at_home = is_at_home(request, document)
    if not at_home and not works_for_owner(request, document):
        raise Http404
    response = wagtail_serve_document(request, document_id, filename)
    if response.get("Content-Encoding") == "None":
        del response["Content-Encoding"]
    response = answer_in_part(request, response)
    if not at_home or document.collection.get_view_restrictions():
        add_never_cache_headers(response)
    else:
        # A replaced file may keep its address: browsers ask each time, and are told if theirs still holds.
        response.headers.setdefault("Cache-Control", "no-cache")
    return response


@require_safe
def serve_media(request: HttpRequest, path: str) -> HttpResponse:
    """Answer with a picture or a document; anything else, such as an upload laid aside, is not there."""
    if path.startswith("documents/"):
        document = VillageDocument.objects.filter(file=path).first()
        if document is None:
            raise Http404
        # With the privacy rules and headers of the document's own address.
        return serve_document(request, document.pk, document.filename)
    content_type = PICTURE_TYPES.get(PurePath(path).suffix)
    if content_type is None or not PICTURE_PATH.fullmatch(path):
        raise Http404
    image = image_of(path)
    readers = audience(request, image) if image else Audience.NOBODY
    if readers is Audience.NOBODY:
        raise Http404
    response = _picture(request, path, content_type)
    if readers is Audience.VISITOR:
        del response["Cache-Control"]
        add_never_cache_headers(response)
    return response


def image_of(path: str) -> VillageImage | None:
    """The picture whose original or rendition is stored under a path."""
    images = VillageImage.objects.select_related("collection")
    if path.startswith("original_images/"):
        return images.filter(file=path).first()
    return images.filter(renditions__file=path).first()


def _picture(request: HttpRequest, path: str, content_type: str) -> HttpResponse:
    try:
        modified = default_storage.get_modified_time(path).timestamp()
        if not was_modified_since(request.headers.get("If-Modified-Since"), modified):
            return HttpResponseNotModified()
        response = _file(path, content_type)
    except FileNotFoundError as error:
        raise Http404 from error
    # A replaced picture gets another name, so that this one never changes.
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    response["Last-Modified"] = http_date(modified)
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _file(path: str, content_type: str) -> HttpResponse:
    """The bytes, or a word to the web server in front, which sends them in our place."""
    if settings.MEDIA_SENT_BY_NGINX:
        return HttpResponse(content_type=content_type, headers={"X-Accel-Redirect": f"/sent-media/{path}"})
    return FileResponse(default_storage.open(path), content_type=content_type)
