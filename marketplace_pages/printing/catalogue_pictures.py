"""The pictures of a catalogue, as small as they must be so that all of them fit into the file."""

import logging
from collections.abc import Iterable
from io import BytesIO

from django.core.files.storage import default_storage
from PIL import Image, ImageOps

logger = logging.getLogger(__name__)

# Widths in pixels and qualities of JPEG, the best first, with what a picture weighs at the most as a rule.
STEPS = ((480, 74, 45_000), (360, 66, 22_000), (300, 56, 13_000), (240, 48, 8_000), (180, 40, 4_500),
         (140, 32, 2_600))  # fmt: skip
SHAPE = (4, 3)
MOST_PIXELS = 64_000_000


def pictures_for(names: Iterable[str], most_bytes: int) -> dict[str, bytes]:
    """JPEGs by the names of their files, all together no heavier than `most_bytes`.

    Where even the smallest are too heavy, those at the end are left out. What can't be read is, too.
    """
    names = list(dict.fromkeys(name for name in names if name))
    sources = {name: source for name in names if (source := _source(name))}
    found: dict[str, bytes] = {}
    for width, quality, usual in STEPS:
        if usual * len(sources) > 2 * most_bytes and (width, quality, usual) != STEPS[-1]:
            continue
        found = {name: _jpeg(source, width, quality) for name, source in sources.items()}
        if sum(map(len, found.values())) <= most_bytes:
            return found
    while found and sum(map(len, found.values())) > most_bytes:
        found.popitem()
    return found


def _source(name: str) -> Image.Image | None:
    """A picture cut to the shape of the cards, no larger than the largest step."""
    try:
        with default_storage.open(name) as file, Image.open(file) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                return None
            width = STEPS[0][0]
            picture.draft("RGB", (2 * width, 2 * width))
            return ImageOps.fit(_flat(picture), (width, width * SHAPE[1] // SHAPE[0]))
    except (OSError, ValueError, SyntaxError) as error:
        logger.warning("Picture %s is left out of a catalogue: %s", name, error)
        return None


def _flat(picture: Image.Image) -> Image.Image:
    """On white where it is transparent."""
    if picture.mode not in ("RGBA", "LA", "P"):
        return picture.convert("RGB")
    picture = picture.convert("RGBA")
    ground = Image.new("RGBA", picture.size, "#ffffff")
    return Image.alpha_composite(ground, picture).convert("RGB")


def _jpeg(source: Image.Image, width: int, quality: int) -> bytes:
    height = width * SHAPE[1] // SHAPE[0]
    picture = source if source.width == width else source.resize((width, height), Image.Resampling.LANCZOS)
    file = BytesIO()
    picture.save(file, "JPEG", quality=quality, optimize=True, progressive=True)
    return file.getvalue()
