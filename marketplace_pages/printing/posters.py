"""A poster with a large QR code, of a business or a product, for the counter or the wall."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from sites.drawing.palette import INK, INK_SOFT, PRESETS
from sites.printing import cloth
from sites.printing.lettering import HEAVY, Block

from . import facts
from .sheets import A6, SHEETS

WIDTH, HEIGHT = A6
MARGIN, CLOTH, CODE = 8, 17, 52
ROOM = WIDTH - 2 * MARGIN
NAME = Block(22, 9, 3, HEAVY)
PRICE, KIND, SMALL = Block(15, 8, 1, HEAVY), Block(10, 7, 1), Block(8, 5, 1)
TOLD = Block(10, 7, 2, HEAVY)
MARK = 11


@dataclass(frozen=True)
class Poster:
    """Its texts from above to below; `address` is what the code opens."""

    name: str
    above: str
    below: str
    told: str
    contact: str
    permits: str
    address: str
    village: str
    accent: str


def of_business(business, village) -> Poster:
    return Poster(
        name=business.title,
        above=business.get_kind_display(),
        below="",
        told=_("Scan to see what we have and to order"),
        contact=_contact(business),
        permits="  ·  ".join(facts.permits_of_business(business)),
        address=business.full_url,
        village=str(village),
        accent=village.accent,
    )


def of_product(product, village) -> Poster:
    """`product` is the Indonesian version."""
    return Poster(
        name=product.title,
        above=product.maker,
        below=facts.with_unit(product),
        told=_("Scan to look closer and to order"),
        contact=_contact(product.business),
        permits="  ·  ".join(facts.permits_of_product(product)),
        address=product.full_url,
        village=str(village),
        accent=village.accent,
    )


def _contact(business) -> str:
    return f"WhatsApp {facts.phone_text(business.whatsapp)}" if business.whatsapp else ""


def draw(poster: Poster, kind: str, paper: str, language: str) -> bytes:
    """As "pdf" or "svg", on "a6" or "a4"."""
    sheet = SHEETS[kind](paper, poster.name, language)
    accent, ground, thread, _tint = PRESETS[poster.accent]
    sheet.batik(WIDTH, CLOTH, ground, thread, CLOTH)
    sheet.rect((WIDTH - MARK - 4) / 2, (CLOTH - MARK - 4) / 2, MARK + 4, MARK + 4, accent)
    sheet.drawing(cloth.MARK, "#ffffff", (WIDTH - MARK) / 2, (CLOTH - MARK) / 2, MARK)
    texts = [(poster.above, KIND, INK_SOFT), (poster.name, NAME, INK), (poster.below, PRICE, accent)]
    texts = [text for text in texts if text[0]]
    height = sum(sheet.height_of(text, ROOM, block) + 1 for text, block, _colour in texts)
    code_top = HEIGHT - 30 - CODE
    y = CLOTH + cloth.TOOTH + max(0, (code_top - CLOTH - cloth.TOOTH - height) / 2)
    for text, block, colour in texts:
        y = sheet.write(text, MARGIN, y, ROOM, block, colour, middle=True) + 1
    sheet.code(poster.address, (WIDTH - CODE) / 2, code_top, CODE, INK)
    _foot(sheet, poster, code_top + CODE + 3, accent)
    return sheet.content()


def _foot(sheet, poster: Poster, y: float, accent: str) -> None:
    y = sheet.write(poster.told, MARGIN, y, ROOM, TOLD, accent, middle=True) + 0.5
    village = f"{poster.village}  ·  {facts.address_text(poster.address)}"
    for text in (poster.contact, poster.permits, village):
        if text:
            y = sheet.write(text, MARGIN, y, ROOM, SMALL, INK_SOFT, middle=True) + 0.5
