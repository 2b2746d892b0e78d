"""The picture shown beside a link to a page: which one, at which address, and its file.

An address names a page and holds a digest of everything that is drawn. Only the
current picture of a page that everybody may read is ever made, so no address can
fill the disk or show a draft. The files can be made again and need no backup.
"""

import logging
import os
import shutil
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import override
from PIL import Image

from sites.drawing.share_card import SIZE, ShareCard, draw_card
from sites.frame import Frame, frame_of
from sites.querysets import all_pages

logger = logging.getLogger(__name__)


class ShareImage(NamedTuple):
    url: str
    width: int
    height: int
    alt: str


def share_image(page, frame: Frame, request: HttpRequest) -> ShareImage | None:
    """Return where the picture of a page is, or None for a page that is not stored yet."""
    if page.pk is None:
        return None
    if getattr(page, "is_guest", False):
        # Drawn once, by the site it comes from.
        frame = frame_of(frame.portal)
    path = address(page.pk, card_for(page, frame).digest)
    url = request.build_absolute_uri(path) if frame.request else frame.site.root_url + path
    picture = page.share_picture
    alt = picture.default_alt_text if picture and not page.share_card_beside_picture else ""
    if not alt and (label := page.share_label()) and page.share_card_beside_picture:
        alt = f"{page.title}, {label.text}, {frame.name}"
    return ShareImage(url, *SIZE, alt or f"{page.title}, {frame.name}")


def card_for(page, frame: Frame) -> ShareCard:
    """Return what is drawn for a page, in the active language."""
    picture = page.share_picture
    return ShareCard(
        title=page.title,
        site_name=frame.name,
        subtitle=frame.subtitle,
        accent=frame.accent,
        label=page.share_label(),
        picture=picture.file.name if picture else "",
        focus=_focus(picture) if picture else (0.5, 0.5),
        is_beside=bool(picture) and page.share_card_beside_picture,
        logo=frame.logo.name if frame.logo else "",
    )


def without_private_picture(page, card: ShareCard) -> ShareCard:
    """Leave a picture out that is not for everybody: whoever has the address of a share image may see it."""
    picture = page.share_picture
    return replace(card, picture="") if picture and picture.collection.get_view_restrictions() else card


def address(page_id: int, digest: str) -> str:
    return reverse("share_image", args=[page_id, digest])


def file_for(page_id: int, card: ShareCard) -> Path:
    """Return the file of a page's current picture; the first time, draw it and drop the one before."""
    path = Path(settings.SHARE_IMAGE_ROOT) / str(page_id) / f"{card.digest}.jpg"
    if not path.exists():
        content = draw_card(card, _opened(card.picture), _opened(card.logo))
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(f".{os.getpid()}")
        draft.write_bytes(content)
        draft.replace(path)  # at once, so that nobody is sent half a picture
        for other in path.parent.glob("*.jpg"):
            if other != path:
                other.unlink(missing_ok=True)
    return path


def prepare(page_id: int) -> None:
    """Draw the picture of a page that was just published, so that no messenger has to wait for it.

    A page that readers cannot see is left out. Whatever goes wrong is logged: it
    must not keep a page from being published.
    """
    page = all_pages().live().public().filter(pk=page_id).specific().first()
    site = page.get_site() if page else None
    if site is None:
        return
    try:
        with override(page.locale.language_code):
            file_for(page.pk, without_private_picture(page, card_for(page, frame_of(site))))
    except Exception:  # fonts, disks and decoders raise whatever comes to them
        logger.exception("The share image of page %s cannot be drawn", page_id)


def remove_orphans() -> int:
    """Remove the pictures of pages that are gone; return how many pages that were."""
    root = Path(settings.SHARE_IMAGE_ROOT)
    folders = {int(path.name): path for path in root.glob("*") if path.name.isdigit()}
    kept = set(all_pages().filter(pk__in=folders).values_list("pk", flat=True))
    for page_id in folders.keys() - kept:
        shutil.rmtree(folders[page_id], ignore_errors=True)
    return len(folders.keys() - kept)


def _focus(picture) -> tuple[float, float]:
    """Return the middle of what the editor marked as important, in shares of the sides."""
    if not picture.has_focal_point():
        return 0.5, 0.5
    x, y = picture.focal_point_x / picture.width, picture.focal_point_y / picture.height
    return round(min(x, 1), 3), round(min(y, 1), 3)


def _opened(name: str) -> Image.Image | None:
    """Read a picture from the storage; one that is gone or broken is logged and done without."""
    if not name:
        return None
    try:
        with default_storage.open(name) as file, Image.open(file) as picture:
            picture.draft("RGB", (SIZE[0] * 2, SIZE[1] * 2))
            return picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    except OSError as error:
        logger.warning("The picture %s cannot be read: %s", name, error)
        return None
