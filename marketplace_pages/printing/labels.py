"""Price labels to cut out or to peel off: 24 of 70 by 37 millimetres on a page A4."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from django.utils.translation import gettext as _

from sites.drawing.palette import INK, INK_SOFT, PRESETS
from sites.printing import qr
from sites.printing.blank import blank_file
from sites.printing.lettering import FAMILY, HEAVY, POINT, Block, add_fonts, fit

from . import facts

if TYPE_CHECKING:
    from fpdf import FPDF

COLUMNS, ROWS = 3, 8
WIDTH, HEIGHT, ABOVE = 70, 37, 0.5  # millimetres
INSIDE, CODE = 5, 19
ROOM = WIDTH - 2 * INSIDE - CODE - 3
MOST = 20 * COLUMNS * ROWS
NAME, PRICE = Block(12, 7, 2, HEAVY), Block(17, 6, 1, HEAVY)
SMALL = Block(8, 6, 1)
PALE = "#c9d2de"


class Label(NamedTuple):
    name: str
    price: str
    unit: str
    maker: str
    permits: str
    address: str


def labels_of(products: Iterable) -> list[Label]:
    """Of products that know their `business`."""
    products = list(products)
    permits = facts.short_permits(products)
    # All of one village: the first page remembers its site for the others.
    return [
        Label(
            product.title,
            product.price_text,
            product.unit,
            product.maker,
            permits[product.pk],
            product.get_full_url(products[0]),
        )
        for product in products
    ]


def draw(labels: list[Label], accent: str, language: str) -> bytes:
    pdf = blank_file("portrait", "A4")
    add_fonts(pdf)
    pdf.set_margin(0)
    pdf.c_margin = 0
    pdf.set_auto_page_break(False)
    pdf.set_lang(language)
    pdf.set_title(_("Price labels"))
    colour = PRESETS[accent][0]
    on_a_page = COLUMNS * ROWS
    for start in range(0, len(labels), on_a_page):
        pdf.add_page()
        _lines_to_cut(pdf)
        for place, label in enumerate(labels[start : start + on_a_page]):
            _draw_one(pdf, label, place % COLUMNS * WIDTH, ABOVE + place // COLUMNS * HEIGHT, colour)
    return bytes(pdf.output())


def _lines_to_cut(pdf: FPDF) -> None:
    pdf.set_draw_color(PALE)
    pdf.set_line_width(0.15)
    for column in range(1, COLUMNS):
        pdf.line(column * WIDTH, 0, column * WIDTH, 297)
    for row in range(1, ROWS):
        pdf.line(0, ABOVE + row * HEIGHT, 210, ABOVE + row * HEIGHT)


def _draw_one(pdf: FPDF, label: Label, x: float, y: float, accent: str) -> None:
    left, top = x + INSIDE, y + INSIDE - 1
    top = _write(pdf, label.maker, left, top, SMALL, INK_SOFT)
    _write(pdf, label.name, left, top + 0.6, NAME, INK)
    below = " · ".join(part for part in (label.unit, label.permits) if part)
    bottom = y + HEIGHT - INSIDE
    _write(pdf, label.price, left, bottom - 10, PRICE, accent)
    _write(pdf, below, left, bottom - 2.6, SMALL, INK_SOFT)
    qr.draw(pdf, label.address, (x + WIDTH - INSIDE, bottom), CODE, INK)


def _write(pdf: FPDF, text: str, x: float, y: float, block: Block, colour: str) -> float:
    """Set a text below y and return where it ends."""
    setting = fit(text, ROOM, block)
    height = setting.size * POINT
    pdf.set_font(FAMILY, block.style, setting.size)
    pdf.set_text_color(colour)
    for number, line in enumerate(setting.lines):
        pdf.text(x, y + height * (number * 1.15 + 0.8), line)
    return y + height * 1.15 * len(setting.lines)
