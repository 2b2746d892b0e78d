"""Sizes and colours in one cell: "S; L = 20000; Merah / Red (habis)"."""

import re
from typing import NamedTuple

from django.utils.translation import gettext as _

from marketplace_pages.prices import HIGHEST_PRICE, read_rupiah

LONGEST_NAME, MOST_VARIANTS = 60, 40
SOLD_OUT = re.compile(r"\s*(?<!\\)\((?:habis|sold out)\)\s*$", re.IGNORECASE)
PARTS = re.compile(r"(?<!\\)[;\n]")
PRICE = re.compile(r"(?<!\\)=")
LANGUAGES = re.compile(r"\s+(?<!\\)/\s+")
# A name that holds one of the signs has a backslash before it.
SIGNS = re.compile(r"([;=\\]|(?<=\s)/(?=\s)|\((?=(?:habis|sold out)\)\s*$))", re.IGNORECASE)


class Variant(NamedTuple):
    name: str
    name_en: str = ""
    price_rupiah: int | None = None
    is_sold_out: bool = False


def read_variants(text: str) -> list[Variant]:
    """Raises `ValueError` with words for the person who wrote them."""
    found = [_read(part.strip()) for part in PARTS.split(text) if part.strip()]
    if len(found) > MOST_VARIANTS:
        raise ValueError(_("There are %(most)d sizes and colours at most.") % {"most": MOST_VARIANTS})
    names = [variant.name.casefold() for variant in found]
    if twice := next((name for name in names if names.count(name) > 1), ""):
        raise ValueError(_("“%(name)s” is there twice.") % {"name": twice})
    return found


def _read(text: str) -> Variant:
    is_sold_out = bool(SOLD_OUT.search(text))
    names, *price = PRICE.split(SOLD_OUT.sub("", text), maxsplit=1)
    name, *english = LANGUAGES.split(names.strip(), maxsplit=1)
    name, name_en = _unmarked(name), _unmarked(english[0]) if english else ""
    if not name or max(len(name), len(name_en)) > LONGEST_NAME:
        message = _("A size or colour needs a name of %(most)d letters at most.")
        raise ValueError(message % {"most": LONGEST_NAME})
    return Variant(name, name_en, _price(price[0]) if price else None, is_sold_out)


def _price(text: str) -> int:
    try:
        price = read_rupiah(text)
    except ValueError:
        price = 0
    if not 0 < price <= HIGHEST_PRICE:
        raise ValueError(_("“%(text)s” is no price. Write it like 15000.") % {"text": text.strip()})
    return price


def write_variants(variants) -> str:
    return "; ".join(_written(variant) for variant in variants)


def _written(variant) -> str:
    text = _marked(variant.name)
    if variant.name_en:
        text += f" / {_marked(variant.name_en)}"
    if variant.price_rupiah:
        text += f" = {variant.price_rupiah}"
    return f"{text} (habis)" if variant.is_sold_out else text


def _marked(name: str) -> str:
    return SIGNS.sub(r"\\\1", name)


def _unmarked(name: str) -> str:
    return re.sub(r"\\(.)", r"\1", name).strip()
