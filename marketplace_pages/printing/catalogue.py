"""The catalogue of a village as a file of 2 MB at most, to send by WhatsApp; kept until it changes."""

import os
import tempfile
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.text import slugify
from django.utils.translation import gettext as _

from .catalogue_facts import Catalogue, catalogue_of
from .catalogue_pages import Pages
from .catalogue_pictures import pictures_for

FILE_NAME = "katalog.pdf"
MOST_BYTES = 2_000_000
FOR_PICTURES = 1_500_000
# Part of the name of a kept file: a number more, and all are drawn anew.
LAYOUT = 1
MINUTES_UNASKED = 5


def catalogue_response(showcase, request: HttpRequest) -> HttpResponse:
    """Answer with the file, or with nothing where the reader has it already."""
    catalogue = catalogue_of(showcase)
    if not catalogue.items:
        raise Http404(_("There is no product here yet, and so no catalogue."))
    etag = f'"{LAYOUT}-{catalogue.key}"'
    response = get_conditional_response(request, etag=etag)
    if response is None:
        response = HttpResponse(kept(catalogue, showcase.pk), content_type="application/pdf")
        name = f"{slugify(_('catalogue'))}-{slugify(catalogue.village)}.pdf"
        response["Content-Disposition"] = f'inline; filename="{name}"'
    response["ETag"] = etag
    patch_cache_control(response, max_age=60 * MINUTES_UNASKED)
    return response


def kept(catalogue: Catalogue, showcase_key: int) -> bytes:
    """The file as it was drawn once; older ones of the same showcase are deleted."""
    folder = settings.PRIVATE_ROOT / "catalogues"
    path = folder / f"{showcase_key}-{LAYOUT}-{catalogue.key}.pdf"
    try:
        return path.read_bytes()
    except FileNotFoundError:
        content = draw(catalogue)
    folder.mkdir(parents=True, exist_ok=True)
    _store(path, content)
    for old in folder.glob(f"{showcase_key}-*.pdf"):
        if old != path:
            old.unlink(missing_ok=True)
    return content


def _store(path: Path, content: bytes) -> None:
    """At once or not at all: others may be reading."""
    handle, name = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    os.replace(name, path)


def draw(catalogue: Catalogue) -> bytes:
    """Draw it with pictures as large as fit. Texts alone are far below the limit."""
    names = [item.picture for item in catalogue.items]
    room = FOR_PICTURES
    while True:
        content = Pages(catalogue, pictures_for(names, room)).drawn()
        if len(content) <= MOST_BYTES or not room:
            return content
        room = room // 2 if room > 50_000 else 0
