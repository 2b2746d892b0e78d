"""A slip of paper for somebody at the counter: the code, its QR, and by when there is an answer."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override
from django.views import View

from services.codes import readable
from services.handling.tracking_page import url_of
from services.models import ServiceRequest
from sites.drawing.palette import INK, INK_SOFT, PRESETS
from sites.frame import frame_of
from sites.letters import shown_language
from sites.printing import qr
from sites.printing.blank import blank_file
from sites.printing.lettering import FAMILY, HEAVY, POINT, Block, add_fonts, fit

from .desk import AtRequest

# Paper by its name: how many times as large as A6, on which places are given in millimetres.
PAPERS = {"a6": 1.0, "a5": 148 / 105}
WIDTH, HEIGHT, EDGE, CODE_SIZE = 105, 148, 9, 40
# Below the QR stand the code and what to do with it.
BELOW = 32
ROOM = WIDTH - 2 * EDGE
OFFICE, SUBJECT, CODE = Block(15, 9, 2, HEAVY), Block(13, 8, 3, HEAVY), Block(22, 14, 1, HEAVY)
FACT, SMALL = Block(10, 6), Block(8, 6, 2)


class Slip:
    def __init__(self, paper: str, title: str, language: str):
        self.scale = PAPERS[paper]
        self.pdf = blank_file("portrait", (WIDTH * self.scale, HEIGHT * self.scale))
        add_fonts(self.pdf)
        self.pdf.set_margin(0)
        self.pdf.c_margin = 0
        self.pdf.set_auto_page_break(False)
        self.pdf.set_lang(language)
        self.pdf.set_title(title)
        self.pdf.add_page()

    def write(self, text: str, y: float, block: Block, colour: str = INK, room: float = ROOM) -> float:
        """Set a text below y and return where it ends."""
        setting = fit(text, room, block)
        height = setting.size * POINT
        self.pdf.set_font(FAMILY, block.style, setting.size * self.scale)
        self.pdf.set_text_color(colour)
        for number, line in enumerate(setting.lines):
            self.pdf.text(EDGE * self.scale, (y + height * (number * 1.2 + 0.8)) * self.scale, line)
        return y + height * 1.2 * len(setting.lines)

    def band(self, height: float, colour: str) -> None:
        self.pdf.set_fill_color(colour)
        self.pdf.rect(0, 0, WIDTH * self.scale, height * self.scale, "F")

    def code(self, address: str, bottom: float) -> None:
        corner = ((EDGE + CODE_SIZE) * self.scale, bottom * self.scale)
        qr.draw(self.pdf, address, corner, CODE_SIZE * self.scale, INK)


def draw(found: ServiceRequest, paper: str) -> bytes:
    """The slip as PDF, in the language that the person chose."""
    frame = frame_of(found.village.site)
    language = shown_language(frame, found.language)
    with override(language):
        slip = Slip(paper, _("Slip of a request"), language)
        accent = PRESETS[frame.accent][0]
        slip.band(5, accent)
        y = slip.write(frame.name, 11, OFFICE, accent)
        y = slip.write(found.subject, y + 3, SUBJECT)
        for fact in _facts(found):
            y = slip.write(fact, y + 1.5, FACT)
        bottom = HEIGHT - BELOW
        slip.code(url_of(found), bottom)
        y = slip.write(_("Code: %(code)s") % {"code": readable(found.code)}, bottom + 2, CODE)
        _close(slip, found, y + 1.5)
    return bytes(slip.pdf.output())


def _facts(found: ServiceRequest) -> list[str]:
    received = date_format(found.created_at, "j F Y")
    facts = [found.name, _("Received on %(day)s") % {"day": received}]
    if found.is_open:
        facts.append(_("Answered until %(day)s") % {"day": date_format(found.due_on, "l, j F Y")})
    if found.comes_on:
        facts.append(_("Comes on %(day)s") % {"day": date_format(found.comes_on, "l, j F Y")})
    return facts


def _close(slip: Slip, found: ServiceRequest, y: float) -> None:
    how = _("Scan it, or type the code on the site of the village, to see what becomes of it.")
    days = ngettext(
        "Erased %(days)d day after it is done. Show this slip to nobody whom it does not concern.",
        "Erased %(days)d days after it is done. Show this slip to nobody whom it does not concern.",
        found.kept_days,
    ) % {"days": found.kept_days}
    y = slip.write(how, y, SMALL, INK_SOFT)
    slip.write(days, y + 0.5, SMALL, INK_SOFT)


class SlipView(AtRequest, View):
    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if kwargs["paper"] not in PAPERS:
            raise Http404
        self.note("print_slip")
        answer = HttpResponse(draw(self.found, kwargs["paper"]), content_type="application/pdf")
        answer["Content-Disposition"] = f'inline; filename="permohonan-{self.found.pk}.pdf"'
        add_never_cache_headers(answer)
        return answer
