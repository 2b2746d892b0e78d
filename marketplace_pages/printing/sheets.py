"""A piece of paper to draw on, as PDF or as SVG: the same calls give the same page."""

from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from django.conf import settings

from sites.printing import cloth, qr
from sites.printing.blank import blank_file
from sites.printing.lettering import FAMILY, POINT, Block, Setting, add_fonts, fit, outline, width_of

LINE = 1.18  # from one base line to the next, as a share of the size
A6 = (105, 148)
PAPERS = {"a6": 1, "a4": 2}  # how many times as large as A6


class Sheet:
    """Places are millimetres of an A6 page; larger paper is the same drawing, larger."""

    def write(
        self, text: str, x: float, y: float, room: float, block: Block, colour: str, middle=False
    ) -> float:
        """Set a text below y and return where it ends."""
        setting = fit(text, room, block)
        height = setting.size * POINT
        for number, line in enumerate(setting.lines):
            start = x + (room - width_of(line, setting.size, block.style)) / 2 if middle else x
            # Letters stand on a line that lies four fifths below the top of their size.
            self.letters(line, start, y + height * (number * LINE + 0.8), setting.size, block.style, colour)
        return y + height * (LINE * len(setting.lines))

    def height_of(self, text: str, room: float, block: Block) -> float:
        setting: Setting = fit(text, room, block)
        return setting.size * POINT * LINE * len(setting.lines)

    def hem(self, y: float, width: float, colour: str) -> None:
        """A row of teeth along the lower edge of a cloth."""
        teeth = round(width / cloth.TOOTH)
        step = width / teeth
        for number in range(teeth):
            left = number * step
            self.polygon([(left, y), (left + step, y), (left + step / 2, y + step)], colour)

    def batik(self, width: float, height: float, ground: str, thread: str, size: float) -> None:
        """A strip of cloth at the upper edge of the page."""
        self.rect(0, 0, width, height, ground)
        for column in range(int(width // size) + 1):
            for row in range(int(height // size) + 1):
                self.drawing(cloth.TILE, thread, column * size, row * size, size, (width, height))
        self.hem(height, width, ground)


class PdfSheet(Sheet):
    kind, content_type = "pdf", "application/pdf"

    def __init__(self, paper: str, title: str, language: str):
        self.scale = PAPERS[paper]
        self.pdf = blank_file("portrait", tuple(side * self.scale for side in A6))
        add_fonts(self.pdf)
        self.pdf.set_margin(0)
        self.pdf.c_margin = 0
        self.pdf.set_auto_page_break(False)
        self.pdf.set_lang(language)
        self.pdf.set_title(title)
        self.pdf.set_creator(settings.WAGTAIL_SITE_NAME)
        self.pdf.add_page()

    def rect(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        self.pdf.set_fill_color(colour)
        self.pdf.rect(*(side * self.scale for side in (x, y, width, height)), "F")

    def polygon(self, points: list[tuple[float, float]], colour: str) -> None:
        self.pdf.set_fill_color(colour)
        self.pdf.polygon([(x * self.scale, y * self.scale) for x, y in points], style="F")

    def letters(self, text: str, x: float, y: float, size: float, style: str, colour: str) -> None:
        self.pdf.set_font(FAMILY, style, size * self.scale)
        self.pdf.set_text_color(colour)
        self.pdf.text(x * self.scale, y * self.scale, text)

    def drawing(self, name: str, colour: str, x: float, y: float, size: float, inside=None) -> None:
        x, y, size = x * self.scale, y * self.scale, size * self.scale
        if inside is None:
            cloth.draw(self.pdf, name, colour, x, y, size)
            return
        with self.pdf.rect_clip(0, 0, inside[0] * self.scale, inside[1] * self.scale):
            cloth.draw(self.pdf, name, colour, x, y, size)

    def code(self, address: str, x: float, y: float, size: float, ink: str) -> None:
        corner = ((x + size) * self.scale, (y + size) * self.scale)
        qr.draw(self.pdf, address, corner, size * self.scale, ink)

    def content(self) -> bytes:
        return bytes(self.pdf.output())


@cache
def _drawing(name: str) -> str:
    """What stands inside of one of the project's drawings, and its view box."""
    text = (Path(settings.BASE_DIR) / "static" / "img" / "motif" / name).read_text(encoding="utf-8")
    box = text.partition('viewBox="')[2].partition('"')[0]
    inside = text.partition(">")[2].rpartition("</svg>")[0]
    return f'viewBox="{box}">{inside}'


class SvgSheet(Sheet):
    """Letters are outlines, so that it prints the same on a computer without the font."""

    kind, content_type = "svg", "image/svg+xml"

    def __init__(self, paper: str, title: str, language: str):
        width, height = A6
        scale = PAPERS[paper]
        self.parts = [
            f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
            f'width="{width * scale}mm" height="{height * scale}mm" viewBox="0 0 {width} {height}" '
            f"xml:lang={quoteattr(language)}><title>{escape(title)}</title>"
            f'<rect width="{width}" height="{height}" fill="#ffffff"/>'
        ]
        self.clips = 0

    def rect(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        self.parts.append(f'<path fill="{colour}" d="M{x:g} {y:g}h{width:g}v{height:g}h{-width:g}z"/>')

    def polygon(self, points: list[tuple[float, float]], colour: str) -> None:
        places = " ".join(f"{x:.3f},{y:.3f}" for x, y in points)
        self.parts.append(f'<polygon fill="{colour}" points="{places}"/>')

    def letters(self, text: str, x: float, y: float, size: float, style: str, colour: str) -> None:
        self.parts.append(f'<path fill="{colour}" d="{outline(text, x, y, size, style)}"/>')

    def drawing(self, name: str, colour: str, x: float, y: float, size: float, inside=None) -> None:
        """Once in the file, and used wherever it stands; `inside` says where it ends."""
        key = f"{name.partition('.')[0]}-{colour.strip('#')}"
        if not any(f'id="{key}"' in part for part in self.parts):
            # What says no colour of its own is black, and parts of a drawing name each other.
            text = (
                _drawing(name)
                .replace("#000", colour)
                .replace('"#', f'"#{key}-')
                .replace('id="', f'id="{key}-')
            )
            text = text.replace(f'"#{key}-{colour.strip("#")}"', f'"{colour}"').replace(
                "currentColor", colour
            )
            self.parts.append(f'<symbol id="{key}" fill="{colour}" {text}</symbol>')
        width = min(size, inside[0] - x) if inside else size
        height = min(size, inside[1] - y) if inside else size
        if width <= 0 or height <= 0:
            return
        self.parts.append(
            f'<svg x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" overflow="hidden">'
            f'<use xlink:href="#{key}" href="#{key}" width="{size:g}" height="{size:g}"/></svg>'
        )

    def code(self, address: str, x: float, y: float, size: float, ink: str) -> None:
        code = qr.code_of(address)
        module = size / code.symbol_size(border=0)[0]
        path = "".join(
            f"M{start} {line}h{length}v1h-{length}z"
            for line, row in enumerate(code.matrix)
            for start, length in qr.runs(row)
        )
        place = f"translate({x:g} {y:g}) scale({module:.6f})"
        self.parts.append(f'<path fill="{ink}" shape-rendering="crispEdges" transform="{place}" d="{path}"/>')

    def content(self) -> bytes:
        return ("".join(self.parts) + "</svg>").encode()


SHEETS = {sheet.kind: sheet for sheet in (PdfSheet, SvgSheet)}
