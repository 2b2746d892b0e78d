"""Draws the catalogue: a cover, then products by their categories, on pages that a phone shows in whole."""

from __future__ import annotations

from io import BytesIO

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sites.drawing.palette import INK, INK_SOFT, PRESETS
from sites.printing import cloth, qr
from sites.printing.blank import blank_file
from sites.printing.lettering import FAMILY, HEAVY, POINT, Block, add_fonts, fit, width_of

from .catalogue_facts import Catalogue, Item
from .facts import address_text

WIDTH, HEIGHT = 148, 210  # A5
MARGIN, GAP, COLUMNS = 10, 8, 2
CARD = (WIDTH - 2 * MARGIN - GAP) / COLUMNS
PICTURE = CARD * 3 / 4
CARD_HEIGHT = PICTURE + 26
TOP, BOTTOM = 14, HEIGHT - 14
COVER, COVER_TILE, CODE = 92, 37, 38
VILLAGE, TITLE, SECTION = Block(30, 12, 2, HEAVY), Block(13, 9, 1), Block(15, 9, 1, HEAVY)
NAME, PRICE, SMALL = Block(10.5, 7.5, 2, HEAVY), Block(10, 6.5, 1, HEAVY), Block(8, 5.5, 1)


class Pages:
    """The file while it is drawn; `pictures` are JPEGs by the names that the items give."""

    def __init__(self, catalogue: Catalogue, pictures: dict[str, bytes]):
        self.catalogue, self.pictures = catalogue, pictures
        self.accent, self.ground, self.thread, self.tint = PRESETS[catalogue.accent]
        self.pdf = blank_file("portrait", (WIDTH, HEIGHT))
        add_fonts(self.pdf)
        self.pdf.set_margin(0)
        self.pdf.c_margin = 0
        self.pdf.set_auto_page_break(False)
        self.pdf.set_lang(catalogue.language)
        self.pdf.set_title(catalogue.title)
        self.pdf.set_author(catalogue.village)
        self.pdf.set_creator(settings.WAGTAIL_SITE_NAME)

    def drawn(self) -> bytes:
        self._cover()
        self._products()
        return bytes(self.pdf.output())

    def write(
        self, text: str, x: float, y: float, room: float, block: Block, colour: str, middle=False
    ) -> float:
        """Set a text below y and return where it ends."""
        setting = fit(text, room, block)
        height = setting.size * POINT
        self.pdf.set_font(FAMILY, block.style, setting.size)
        self.pdf.set_text_color(colour)
        for number, line in enumerate(setting.lines):
            start = x + (room - width_of(line, setting.size, block.style)) / 2 if middle else x
            self.pdf.text(start, y + height * (number * 1.15 + 0.8), line)
        return y + height * 1.15 * len(setting.lines)

    def _cover(self) -> None:
        pdf, catalogue, room = self.pdf, self.catalogue, WIDTH - 2 * MARGIN
        pdf.add_page()
        pdf.set_fill_color(self.ground)
        pdf.rect(0, 0, WIDTH, COVER, "F")
        with pdf.rect_clip(0, 0, WIDTH, COVER):
            for column in range(WIDTH // COVER_TILE + 1):
                for row in range(COVER // COVER_TILE + 1):
                    place = (column * COVER_TILE, row * COVER_TILE)
                    cloth.draw(pdf, cloth.TILE, self.thread, *place, COVER_TILE)
        pdf.set_fill_color(self.accent)
        pdf.rect(MARGIN, COVER - 12, 24, 24, "F", round_corners=("TOP_LEFT",), corner_radius=8)
        cloth.draw(pdf, cloth.MARK, "#ffffff", MARGIN + 2.5, COVER - 9.5, 19)
        number = len(catalogue.items) + catalogue.left_out
        counted = ngettext("%(number)d product", "%(number)d products", number) % {"number": number}
        y = self.write(_("What we make and offer"), MARGIN, COVER + 18, room, TITLE, self.accent) + 1
        y = self.write(catalogue.village, MARGIN, y, room, VILLAGE, INK) + 1
        self.write(
            f"{catalogue.district}  ·  {catalogue.month}  ·  {counted}", MARGIN, y, room, SMALL, INK_SOFT
        )
        self._address_below()

    def _address_below(self) -> None:
        room = WIDTH - 3 * MARGIN - CODE
        qr.draw(self.pdf, self.catalogue.address, (WIDTH - MARGIN, HEIGHT - MARGIN), CODE, INK)
        y = self.write(_("Look closer and order by WhatsApp"), MARGIN, HEIGHT - 26, room, TITLE, INK) + 1
        self.write(address_text(self.catalogue.address), MARGIN, y, room, Block(9, 6, 1), self.accent)
        self.pdf.link(MARGIN, HEIGHT - 28, WIDTH - 2 * MARGIN, 18, self.catalogue.address)

    def _products(self) -> None:
        y = BOTTOM
        for name, items in self.catalogue.sections:
            # A heading stands with the first row of its products.
            y = self._page_with_room(y, CARD_HEIGHT + 12)
            y = self.write(name, MARGIN, y, WIDTH - 2 * MARGIN, SECTION, self.accent) + 3
            for start in range(0, len(items), COLUMNS):
                y = self._page_with_room(y, CARD_HEIGHT)
                for column, item in enumerate(items[start : start + COLUMNS]):
                    self._card(item, MARGIN + column * (CARD + GAP), y)
                y += CARD_HEIGHT + 3
        if self.catalogue.left_out:
            self._left_out(y)

    def _left_out(self, y: float) -> None:
        y = self._page_with_room(y, 12)
        number = self.catalogue.left_out
        text = ngettext("And %(number)d more at %(address)s", "And %(number)d more at %(address)s", number)
        text %= {"number": number, "address": address_text(self.catalogue.address)}
        self.write(text, MARGIN, y, WIDTH - 2 * MARGIN, TITLE, INK)

    def _page_with_room(self, y: float, height: float) -> float:
        if y + height <= BOTTOM:
            return y
        self.pdf.add_page()
        number = str(self.pdf.page_no())
        foot = f"{self.catalogue.village}  ·  {address_text(self.catalogue.address)}"
        self.write(foot, MARGIN, HEIGHT - 10, WIDTH - 3 * MARGIN, SMALL, INK_SOFT)
        self.write(number, WIDTH - MARGIN - width_of(number, 8), HEIGHT - 10, 10, SMALL, INK_SOFT)
        return TOP

    def _card(self, item: Item, x: float, y: float) -> None:
        if picture := self.pictures.get(item.picture):
            self.pdf.image(BytesIO(picture), x, y, CARD, PICTURE)
        else:
            self.pdf.set_fill_color(self.tint)
            self.pdf.rect(x, y, CARD, PICTURE, "F")
            cloth.draw(self.pdf, cloth.MARK, self.accent, x + CARD / 2 - 8, y + PICTURE / 2 - 8, 16)
        below = y + PICTURE + 1.5
        below = self.write(item.name, x, below, CARD, NAME, INK) + 0.6
        below = self.write(item.price, x, below, CARD, PRICE, self.accent) + 0.6
        for text in (item.maker, item.phone and f"WhatsApp {item.phone}", item.permits):
            if text:
                below = self.write(text, x, below, CARD, SMALL, INK_SOFT) + 0.3
        self.pdf.link(x, y, CARD, CARD_HEIGHT, item.address)
