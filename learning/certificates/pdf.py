"""The certificate as a file: one page A4, the same bytes whenever it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.conf import settings
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext, override

from sites.drawing.lettering import writable
from sites.drawing.palette import INK, INK_SOFT, PRESETS
from sites.models import SiteSettings
from sites.printing import cloth, qr
from sites.printing.blank import blank_file
from sites.printing.lettering import FAMILY, HEAVY, POINT, REGULAR, add_fonts

from .links import check_url

if TYPE_CHECKING:
    from fpdf import FPDF

    from learning.models import Certificate

# Millimetres of a page on its side.
WIDTH, HEIGHT = 297, 210
STRIP, TILE, MARGIN = 56, 28, 18
LEFT = STRIP + cloth.TOOTH + MARGIN
ROOM = WIDTH - LEFT - MARGIN
QR_SIZE = 34


class Block(NamedTuple):
    """A text that shrinks until it fits: sizes in points from first to last, and how many lines it takes."""

    first: int
    last: int
    lines: int


NAME, COURSE, ISSUER = Block(40, 11, 2), Block(24, 10, 3), Block(13, 9, 2)


def pdf_of(certificate: Certificate) -> bytes:
    """Draw it in the language of the course and the colours of the site on which it was passed."""
    with override(certificate.language):
        pdf = _new(certificate)
        accent, dark, thread, _tint = PRESETS[SiteSettings.for_site(certificate.site).accent]
        cloth.batik(pdf, STRIP, HEIGHT, dark, thread, TILE)
        _head(pdf, certificate, accent)
        _middle(pdf, certificate, accent)
        _foot(pdf, certificate)
        return bytes(pdf.output())


def _new(certificate: Certificate) -> FPDF:
    pdf = blank_file("landscape", "A4")
    add_fonts(pdf)
    pdf.set_margin(0)
    pdf.c_margin = 0
    pdf.set_auto_page_break(False)
    pdf.set_lang(certificate.language)
    pdf.set_title(gettext("Certificate: %(course)s") % {"course": certificate.course_title})
    pdf.set_author(certificate.issuer)
    pdf.set_creator(settings.WAGTAIL_SITE_NAME)
    pdf.set_creation_date(localtime(certificate.created_at))
    pdf.add_page()
    return pdf


def _head(pdf: FPDF, certificate: Certificate, accent: str) -> None:
    pdf.set_fill_color(accent)
    pdf.rect(LEFT, 20, 14, 14, "F", round_corners=("TOP_LEFT",), corner_radius=5)
    cloth.draw(pdf, cloth.MARK, "#ffffff", LEFT + 1.5, 21.5, 11)
    _write(pdf, certificate.issuer, ISSUER, (LEFT + 19, 20), ROOM - 19, middle_of=14)


def _middle(pdf: FPDF, certificate: Certificate, accent: str) -> None:
    _line(pdf, gettext("Certificate").upper(), (LEFT, 54), 12, accent, HEAVY, spacing=2.5)
    _line(pdf, gettext("is given to"), (LEFT, 64), 13, INK_SOFT)
    below = _write(pdf, certificate.name, NAME, (LEFT, 71), ROOM)
    pdf.set_fill_color(accent)
    pdf.rect(LEFT, below + 4, 26, 1.4, "F")
    _line(pdf, gettext("who has passed the course"), (LEFT, below + 12), 13, INK_SOFT)
    _write(pdf, certificate.course_title, COURSE, (LEFT, below + 19), ROOM)


def _foot(pdf: FPDF, certificate: Certificate) -> None:
    bottom = HEIGHT - MARGIN
    passed_on = date_format(certificate.passed_on, "DATE_FORMAT")
    address = check_url(certificate)
    _line(pdf, gettext("Passed on"), (LEFT, bottom - 33), 10, INK_SOFT)
    _line(pdf, passed_on, (LEFT, bottom - 28), 13, INK, HEAVY)
    _line(pdf, gettext("Code"), (LEFT, bottom - 17.5), 10, INK_SOFT)
    _line(pdf, certificate.code, (LEFT, bottom - 12.5), 15, INK, HEAVY, spacing=0.6)
    _line(pdf, gettext("Is it genuine? Scan the code, or open"), (LEFT, bottom - 4.5), 9, INK_SOFT)
    size = _size(pdf, address, 9, 6, ROOM, REGULAR)
    _line(pdf, address, (LEFT, bottom), size, INK_SOFT, link=address)
    # Its dark squares end where the texts do; the white around them reaches into the margins.
    qr.draw(pdf, address, (WIDTH - MARGIN, bottom + 9 * POINT), QR_SIZE, INK)


def _line(
    pdf: FPDF, text: str, place: tuple[float, float], size: float, ink: str, style=REGULAR, spacing=0, link=""
) -> None:
    pdf.set_font(FAMILY, style, size)
    pdf.set_char_spacing(spacing)
    pdf.set_text_color(ink)
    pdf.set_xy(*place)
    pdf.cell(text=text, h=size * POINT, link=link)
    pdf.set_char_spacing(0)


def _write(
    pdf: FPDF, text: str, block: Block, place: tuple[float, float], room: float, middle_of: float = 0
) -> float:
    """Write a heavy text as large as it fits; return where it ends, in millimetres from the top."""
    text, (left, top) = writable(text), place
    for size in range(block.first, block.last - 1, -1):
        pdf.set_font(FAMILY, HEAVY, size)
        lines = pdf.multi_cell(room, text=text, dry_run=True, output="LINES", align="L")
        if len(lines) <= (1 if size > block.first * 0.6 else block.lines):
            break
    height = size * POINT * 1.15
    pdf.set_text_color(INK)
    pdf.set_xy(left, top + max(0, middle_of - len(lines) * height) / 2)
    pdf.multi_cell(room, height, "\n".join(lines), align="L")
    return pdf.get_y() + height if pdf.get_y() <= top else pdf.get_y()


def _size(pdf: FPDF, text: str, first: int, last: int, room: float, style: str) -> int:
    """The largest size in which a line fits."""
    for size in range(first, last, -1):
        pdf.set_font(FAMILY, style, size)
        if pdf.get_string_width(text) <= room:
            return size
    return last
