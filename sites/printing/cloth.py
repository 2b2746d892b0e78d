"""The project's own drawings on paper: batik, its hem, and the mark. Lines stay small and sharp."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from fpdf import FPDF
    from fpdf.svg import SVGObject

TILE, MARK = "tile.svg", "mark.svg"
# One tooth of the hem in millimetres, as high as it is wide.
TOOTH = 3.5


@cache
def _drawing(name: str, colour: str) -> SVGObject:
    from fpdf.svg import SVGObject

    text = (Path(settings.BASE_DIR) / "static" / "img" / "motif" / name).read_text(encoding="utf-8")
    text = text.replace("#000", colour).replace("currentColor", colour)
    # What says no colour of its own is painted in black by browsers.
    return SVGObject(text.replace("<svg ", f'<svg fill="{colour}" stroke="none" ', 1))


def draw(pdf: FPDF, name: str, colour: str, x: float, y: float, size: float) -> None:
    """Draw one of the motifs into a square of `size` millimetres."""
    from fpdf.drawing import Transform

    _width, _height, group = _drawing(name, colour).transform_to_rect_viewport(1, size, size)
    before = group.transform
    group.transform = before @ Transform.translation(x, y)
    pdf.draw_path(group)
    group.transform = before


def batik(pdf: FPDF, width: float, height: float, cloth: str, thread: str, size: float) -> None:
    """A strip of cloth at the left edge of the page, printed with the tile, and hemmed at its right."""
    pdf.set_fill_color(cloth)
    pdf.rect(0, 0, width, height, "F")
    with pdf.rect_clip(0, 0, width, height):
        for column in range(int(width // size) + 1):
            for row in range(int(height // size) + 1):
                draw(pdf, TILE, thread, column * size, row * size, size)
    teeth = round(height / TOOTH)
    step = height / teeth
    for number in range(teeth):
        top = number * step
        pdf.polygon([(width, top), (width + step, top + step / 2), (width, top + step)], style="F")
