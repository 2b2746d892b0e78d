"""The icons of a site in the colours of its accent: the mark, wax-white on a piece of cloth."""

from functools import lru_cache

from PIL import Image, ImageDraw

from . import vector
from .canvas import Canvas
from .palette import PRESETS, WAX

OVERSAMPLING = 4


@lru_cache(maxsize=6)
def plate(accent: str, size: int) -> Image.Image:
    """Return the mark on a leaf-cornered piece of cloth, transparent around it."""
    icon = full(accent, size, 0.8).convert("RGBA")
    icon.putalpha(_leaf_mask(size))
    return icon


def full(accent: str, size: int, share: float) -> Image.Image:
    """Return the mark on a square of cloth; `share` is how much of the side it takes."""
    cloth = PRESETS[accent][1]
    canvas = Canvas((size * OVERSAMPLING, size * OVERSAMPLING), cloth)
    vector.draw(canvas, "motif/mark.svg", (50, 50, 100 * share / 124), {"currentColor": WAX, "ground": cloth})
    return canvas.picture().resize((size, size), Image.Resampling.BOX)


def _leaf_mask(size: int) -> Image.Image:
    """Small corners, and a large one at the upper end, as all over the design."""
    side = size * OVERSAMPLING
    mask = Image.new("L", (side, side))
    draw = ImageDraw.Draw(mask)
    small, large = round(side * 0.14), round(side * 0.36)
    draw.rounded_rectangle((0, 0, side - 1, side - 1), small, fill=255)
    draw.rectangle((side - large, 0, side, large), fill=0)
    draw.pieslice((side - 2 * large, 0, side - 1, 2 * large), -90, 0, fill=255)
    return mask.resize((size, size), Image.Resampling.BOX)
