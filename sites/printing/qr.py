"""A QR code as rectangles, which print sharp in any size. What makes it is loaded for the first reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fpdf import FPDF
    from segno import QRCode


def code_of(text: str) -> QRCode:
    """Its modules; it is read even where 15 in a hundred are lost."""
    import segno

    return segno.make_qr(text, error="m")


def draw(pdf: FPDF, text: str, corner: tuple[float, float], size: float, ink: str) -> None:
    """Draw it `size` millimetres wide, with its lower right corner at a place that is white all around."""
    code = code_of(text)
    module = size / code.symbol_size(border=0)[0]
    x, y = corner[0] - size, corner[1] - size
    pdf.set_fill_color(ink)
    for line, row in enumerate(code.matrix):
        for start, length in runs(row):
            pdf.rect(x + start * module, y + line * module, length * module, module, "F")


def runs(row: bytearray) -> list[tuple[int, int]]:
    """Where dark modules begin, and how many there are side by side: one piece shows no gaps."""
    found: list[tuple[int, int]] = []
    for place, is_dark in enumerate(row):
        if not is_dark:
            continue
        if found and sum(found[-1]) == place:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        else:
            found.append((place, 1))
    return found
