"""Texts in the project's font on paper: how wide they are, in which size they fit, and their outlines."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sites.drawing.lettering import ELLIPSIS, writable

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont
    from fpdf import FPDF

FONTS = Path(__file__).parent / "fonts"
FAMILY, REGULAR, HEAVY = "Jakarta", "", "B"
FILES = {REGULAR: "regular.ttf", HEAVY: "heavy.ttf"}
POINT = 25.4 / 72  # millimetres


@dataclass(frozen=True)
class Block:
    """A text that shrinks until it fits: sizes in points from first to last, and how many lines it takes."""

    first: float
    last: float
    lines: int = 1
    style: str = REGULAR


@dataclass(frozen=True)
class Setting:
    """Lines in one size, in points."""

    lines: tuple[str, ...]
    size: float


def add_fonts(pdf: FPDF) -> None:
    for style, name in FILES.items():
        pdf.add_font(FAMILY, style, FONTS / name)


@cache
def _face(style: str) -> TTFont:
    from fontTools.ttLib import TTFont

    return TTFont(FONTS / FILES[style])


@cache
def _advances(style: str) -> dict[str, float]:
    """The width of each letter as a share of the size."""
    face = _face(style)
    widths, em = face["hmtx"], face["head"].unitsPerEm
    return {chr(code): widths[name][0] / em for code, name in face.getBestCmap().items()}


def width_of(text: str, size: float, style: str = REGULAR) -> float:
    """In millimetres, of a text that is `writable`; `size` in points."""
    advances = _advances(style)
    return sum(advances.get(letter, 0) for letter in text) * size * POINT


def fit(text: str, room: float, block: Block) -> Setting:
    """Set a text as large as it fits into lines of `room` millimetres; what is too long even then is cut."""
    text, size = writable(text), block.first
    while True:
        lines = _broken(text, room, size, block.style)
        if len(lines) <= block.lines and all(width_of(line, size, block.style) <= room for line in lines):
            return Setting(tuple(lines), size)
        if size <= block.last:
            return Setting(tuple(_cut(lines, room, size, block)), size)
        size = max(block.last, size - 0.5)


def _broken(text: str, room: float, size: float, style: str) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size, style) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _cut(lines: list[str], room: float, size: float, block: Block) -> list[str]:
    """Take away letters at the end, and say so."""
    is_cut = len(lines) > block.lines
    found = lines[: block.lines]
    for number, line in enumerate(found):
        ending = ELLIPSIS if is_cut and number == len(found) - 1 else ""
        while line and width_of(line + ending, size, block.style) > room:
            line, ending = line[:-1].rstrip(), ELLIPSIS
        found[number] = line + ending
    return found


def outline(text: str, x: float, y: float, size: float, style: str = REGULAR) -> str:
    """The path of a text for an SVG whose units are millimetres, with its base line beginning at x, y."""
    from fontTools.pens.svgPathPen import SVGPathPen
    from fontTools.pens.transformPen import TransformPen

    face = _face(style)
    glyphs, names = face.getGlyphSet(), face.getBestCmap()
    scale = size * POINT / face["head"].unitsPerEm
    pen = SVGPathPen(glyphs, ntos=lambda number: f"{number:.2f}".rstrip("0").rstrip("."))
    for letter in text:
        if name := names.get(ord(letter)):
            glyphs[name].draw(TransformPen(pen, (scale, 0, 0, -scale, x, y)))
            x += glyphs[name].width * scale
    return pen.getCommands()
