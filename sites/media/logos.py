"""Logos and crests: small pictures on a white plate, made when the settings that name them are saved."""

import logging
from collections.abc import Iterable
from typing import NamedTuple

from django.apps import apps
from django.db.models import Model
from PIL import Image

from .renditions import make_missing

logger = logging.getLogger(__name__)

# Four times the size at which they stand in the header. Both keep what is transparent.
WEBP, PNG = "max-176x176|format-webp", "max-176x176|format-png"

SEEN = 128  # least opacity, of 255
DARK_ENOUGH = 149  # grey with a contrast of 3 on white
LEAST_SHARE = 0.05


class Logo(NamedTuple):
    """What a page prints: addresses and size, and the PNG's name in the storage."""

    webp: str
    png: str
    width: int
    height: int
    name: str


def make_logo(image: Model) -> int:
    """Make what is missing, and return how many files that were."""
    return make_missing(image, (WEBP, PNG))


def is_logo(image: Model) -> bool:
    return image.renditions.filter(filter_spec=PNG).exists()


def logos_of(image_ids: Iterable[int | None]) -> dict[int, Logo]:
    """Return the logos that are there, by the picture they are made of. One query, or none without ids."""
    wanted = {image_id for image_id in image_ids if image_id}
    if not wanted:
        return {}
    renditions = apps.get_model("sites", "VillageRendition").objects
    found = {
        (rendition.image_id, rendition.filter_spec): rendition
        for rendition in renditions.filter(image_id__in=wanted, filter_spec__in=(WEBP, PNG))
    }
    complete = [image_id for image_id in wanted if {(image_id, WEBP), (image_id, PNG)} <= found.keys()]
    return {image_id: _logo(found[image_id, WEBP], found[image_id, PNG]) for image_id in complete}


def _logo(webp: Model, png: Model) -> Logo:
    return Logo(webp.url, png.url, png.width, png.height, png.file.name)


def is_too_pale(image: Model) -> bool:
    """Say whether next to nothing of a picture would be seen on white; a lost file is no fault here."""
    try:
        with image.file.storage.open(image.file.name) as file, Image.open(file) as picture:
            small = picture.convert("RGBA")
    except OSError as error:
        logger.warning("Picture %s (%s) cannot be read: %s", image.pk, image.title, error)
        return False
    small.thumbnail((128, 128))
    seen = small.getchannel("A").point(lambda alpha: 255 if alpha >= SEEN else 0)
    greys = small.convert("RGB").convert("L").histogram(mask=seen)
    return sum(greys[:DARK_ENOUGH]) < LEAST_SHARE * max(1, sum(greys))
