"""The papers of a service on a sheet of A5, to tick with a pen, for people who have no phone at hand."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.formats import date_format
from django.utils.text import slugify
from django.utils.translation import get_language, gettext
from fpdf import FPDF

from sites.drawing.lettering import writable
from sites.drawing.palette import INK, INK_SOFT, PRESETS
from sites.frame import frame_for
from sites.printing import cloth, qr
from sites.printing.lettering import FAMILY, HEAVY, REGULAR, add_fonts

from . import words
from .words import Fact, Paper

if TYPE_CHECKING:
    from services.models import ServicePage

A5 = (148, 210)
CLOTH, MARGIN, BOX, CODE = 9, 10, 5, 24
LEFT = CLOTH + cloth.TOOTH + 6
ROOM = A5[0] - LEFT - MARGIN
# Part of the name of what is kept: a number more, and all are drawn anew.
LAYOUT = 1
MINUTES, KEPT_SECONDS = 5, 60 * 60


@dataclass(frozen=True)
class Sheet:
    """All that stands on the paper; `address` is what the code opens."""

    title: str
    owner: str
    heading: str
    facts: tuple[Fact, ...]
    papers: tuple[Paper, ...]
    told: str
    checked: str
    address: str
    accent: str
    language: str

    @property
    def key(self) -> str:
        return hashlib.sha256(repr((LAYOUT, self)).encode()).hexdigest()[:16]


def sheet_of(page: ServicePage, request: HttpRequest) -> Sheet:
    frame = frame_for(request)
    checked = date_format(page.checked_on, "DATE_FORMAT") if page.checked_on else ""
    return Sheet(
        title=page.title,
        owner=frame.name,
        heading=gettext("What to bring"),
        facts=tuple(words.facts_of(page)),
        papers=tuple(words.papers_of(page)),
        told=gettext("Scan for steps, hours and news"),
        checked=gettext("Last checked on %(day)s") % {"day": checked} if checked else "",
        address=request.build_absolute_uri(page.get_url(request)),
        accent=frame.accent,
        language=get_language(),
    )


def checklist_response(page: ServicePage, request: HttpRequest) -> HttpResponse:
    """Answer with the file, or with nothing where the reader has it already."""
    sheet = sheet_of(page, request)
    if not sheet.papers:
        raise Http404(gettext("Nothing has to be brought for this."))
    etag = f'"{sheet.key}"'
    response = get_conditional_response(request, etag=etag)
    if response is None:
        content = cache.get_or_set(f"checklist-{sheet.key}", lambda: draw(sheet), KEPT_SECONDS)
        response = HttpResponse(content, content_type="application/pdf")
        name = f"{slugify(sheet.heading)}-{page.slug}.pdf"
        response["Content-Disposition"] = f'inline; filename="{name}"'
    response["ETag"] = etag
    patch_cache_control(response, max_age=60 * MINUTES, private=True)
    return response


class Paper5(FPDF):
    """Pages of A5 with the village's cloth along their edge; what is long goes on to the next."""

    def __init__(self, sheet: Sheet):
        super().__init__("portrait", "mm", A5)
        self.accent, self.ground, self.thread, _tint = PRESETS[sheet.accent]
        add_fonts(self)
        self.set_margins(LEFT, MARGIN, MARGIN)
        self.c_margin = 0
        self.set_auto_page_break(True, MARGIN)
        self.set_lang(sheet.language)
        self.set_title(sheet.title)
        self.set_creator(settings.WAGTAIL_SITE_NAME)

    def header(self) -> None:
        cloth.batik(self, CLOTH, A5[1], self.ground, self.thread, CLOTH)
        self.set_xy(LEFT, MARGIN)

    def text_block(
        self, text: str, size: float, colour: str, style: str = REGULAR, indent: float = 0
    ) -> None:
        """A text over the width of the page, with a little air below."""
        self.set_font(FAMILY, style, size)
        self.set_text_color(colour)
        self.set_x(LEFT + indent)
        self.multi_cell(ROOM - indent, size * 0.47, writable(text), align="L", new_x="LMARGIN", new_y="NEXT")

    def space(self, height: float) -> None:
        self.set_y(self.get_y() + height)

    def needs(self, height: float) -> None:
        """Begin a page where there is no room for something that should stay together."""
        if self.get_y() + height > A5[1] - MARGIN:
            self.add_page()


def draw(sheet: Sheet) -> bytes:
    pdf = Paper5(sheet)
    pdf.add_page()
    pdf.text_block(sheet.owner, 9, INK_SOFT)
    pdf.text_block(sheet.title, 18, INK, HEAVY)
    pdf.space(3)
    for fact in sheet.facts:
        pdf.text_block(f"{fact.label}: {fact.value}", 9, INK_SOFT)
    pdf.space(4)
    pdf.text_block(sheet.heading, 13, pdf.accent, HEAVY)
    pdf.space(2)
    for paper in sheet.papers:
        _row(pdf, paper)
    _foot(pdf, sheet)
    return bytes(pdf.output())


def _row(pdf: Paper5, paper: Paper) -> None:
    """A box to tick, and what is to be brought beside it."""
    pdf.needs(12)
    pdf.set_draw_color(INK)
    pdf.set_line_width(0.4)
    pdf.rect(LEFT, pdf.get_y(), BOX, BOX)
    pdf.text_block(paper.name, 11, INK, indent=BOX + 3)
    if paper.note:
        pdf.text_block(paper.note, 9, INK_SOFT, indent=BOX + 3)
    pdf.space(3)


def _foot(pdf: Paper5, sheet: Sheet) -> None:
    """At the end of the list: the code of the page, and when somebody last looked whether all holds."""
    pdf.needs(CODE + 6)
    pdf.space(3)
    top = pdf.get_y()
    qr.draw(pdf, sheet.address, (LEFT + CODE, top + CODE), CODE, INK)
    pdf.text_block(sheet.told, 10, INK, HEAVY, indent=CODE + 5)
    pdf.text_block(sheet.address, 8, INK_SOFT, indent=CODE + 5)
    if sheet.checked:
        pdf.text_block(sheet.checked, 8, INK_SOFT, indent=CODE + 5)
