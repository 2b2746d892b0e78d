"""The icons of a site in the colours of its accent: the mark, wax-white on a piece of cloth."""

import io
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from PIL import Image, ImageDraw

from . import vector
from .canvas import Canvas
from .palette import PRESETS, WAX

OVERSAMPLING = 4
MARK = "motif/mark.svg"
MARK_UNITS = 124  # wide and high
# Of the side, how much the mark takes. The system may cut a maskable icon down to a circle of 80 %.
LARGE, USUAL, SAFE = 0.88, 0.78, 0.62
SHADES = 32
# A piece of cloth with the leaf corner, 160 units wide.
LEAF = "M-80-68q0-12 12-12h108q40 0 40 40v108q0 12-12 12h-136q-12 0-12-12z"


def icon_files(accent: str) -> dict[str, bytes]:
    """Return every icon of an accent by its file name in static/img/icons."""
    return {
        "icon.svg": svg(accent).encode(),
        "favicon.ico": _ico(plate(accent, 48)),
        "180.png": _png(square(accent, 180, USUAL)),
        "192.png": _png(plate(accent, 192)),
        "512.png": _png(plate(accent, 512)),
        "maskable.png": _png(square(accent, 512, SAFE)),
    }


def svg(accent: str) -> str:
    text = (Path(settings.BASE_DIR) / "static" / "img" / MARK).read_text(encoding="utf-8")
    drawing = text[text.index(">") + 1 : text.rindex("</svg>")].strip()
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-80 -80 160 160">'
        f'<path d="{LEAF}" fill="{PRESETS[accent][1]}"/><g color="#fff">{drawing}</g></svg>\n'
    )


@lru_cache(maxsize=6)
def plate(accent: str, size: int) -> Image.Image:
    """Return the mark on a leaf-cornered piece of cloth, transparent around it."""
    icon = square(accent, size, LARGE if size < 100 else USUAL).convert("RGBA")
    icon.putalpha(_leaf_mask(size))
    return icon


def square(accent: str, size: int, share: float) -> Image.Image:
    """Return the mark on a square of cloth that has no corners of its own: phones cut them."""
    cloth = PRESETS[accent][1]
    canvas = Canvas((size * OVERSAMPLING, size * OVERSAMPLING), cloth)
    place = (50, 50, canvas.height * share / MARK_UNITS)
    vector.draw(canvas, MARK, place, {"currentColor": WAX, "ground": cloth})
    return canvas.picture().resize((size, size), Image.Resampling.BOX)


def _leaf_mask(size: int) -> Image.Image:
    """Small corners, and a large one at the upper end, as all over the design."""
    side = size * OVERSAMPLING
    mask = Image.new("L", (side, side))
    draw = ImageDraw.Draw(mask)
    small, large = round(side * 0.1), round(side * 0.33)
    draw.rounded_rectangle((0, 0, side - 1, side - 1), small, fill=255)
    draw.rectangle((side - large, 0, side, large), fill=0)
    draw.pieslice((side - 2 * large, 0, side - 1, 2 * large), -90, 0, fill=255)
    return mask.resize((size, size), Image.Resampling.BOX)


def _png(icon: Image.Image) -> bytes:
    """Few colours: the edges between wax and cloth need no more."""
    file = io.BytesIO()
    icon.quantize(SHADES, method=Image.Quantize.FASTOCTREE).save(file, "PNG", optimize=True)
    return file.getvalue()


def _ico(icon: Image.Image) -> bytes:
    file = io.BytesIO()
    icon.save(file, "ICO", sizes=[(16, 16), (32, 32), (48, 48)])
    return file.getvalue()
