"""What stands in a cell, as the value of a product. Each raises `ValueError` with words for who wrote it."""

import re
from collections.abc import Callable

from django.utils.translation import gettext as _

from marketplace_pages.choices import Availability
from marketplace_pages.prices import HIGHEST_PRICE, read_rupiah

from .columns import plain
from .texts import tidy
from .variants import read_variants

MONTHS = (
    ("januari", "january"), ("februari", "february"), ("maret", "march"), ("april",), ("mei", "may"),
    ("juni", "june"), ("juli", "july"), ("agustus", "august", "agt"), ("september",),
    ("oktober", "october"), ("november", "nopember"), ("desember", "december"),
)  # fmt: skip
AVAILABILITY = {
    Availability.READY: ("tersedia", "siap", "siap kirim", "ready", "ada", "ready stock"),
    Availability.MADE_TO_ORDER: ("sesuai pesanan", "dibuat sesuai pesanan", "pesan dulu", "pre order", "po",
                                 "made to order"),
    Availability.SEASONAL: ("musiman", "seasonal", "musim tertentu", "in season only"),
    Availability.SOLD_OUT: ("habis", "kosong", "sold out"),
}  # fmt: skip
WEIGHT = re.compile(r"^(\d[\d.,]{0,19})\s*(kg|kilogram|kilo|g|gr|gram|ons)?\.?$", re.IGNORECASE)
GRAMS = {"kg": 1000, "kilogram": 1000, "kilo": 1000, "ons": 100}
MOST_GRAMS, MOST_SMALL = 10_000_000, 32_767
LONGEST = {"title": 255, "unit": 60, "materials": 300, "body": 20_000, "title_en": 255, "unit_en": 60,
           "body_en": 20_000, "slug": 255}  # fmt: skip
LONGEST_TAG, MOST_TAGS = 100, 30


def text(key: str) -> Callable[[str], str]:
    def read(cell: str) -> str:
        found = tidy(cell) if key.startswith("body") else " ".join(cell.split())
        if len(found) > LONGEST[key]:
            message = _("It is too long: %(length)d letters, and %(longest)d are allowed.")
            raise ValueError(message % {"length": len(found), "longest": LONGEST[key]})
        return found

    return read


def price(cell: str) -> int | None:
    if not cell:
        return None
    try:
        found = read_rupiah(cell)
    except ValueError:
        message = _("“%(text)s” is no price. Write it like 15000 or Rp 15.000.")
        raise ValueError(message % {"text": cell[:40]}) from None
    if found < 1:
        raise ValueError(_("A price is at least Rp 1. Leave it empty if it is told on request."))
    if found > HIGHEST_PRICE:
        raise ValueError(_("This price is too high."))
    return found


def weight(cell: str) -> int | None:
    if not cell:
        return None
    match = WEIGHT.match(cell.strip())
    if match is None:
        raise ValueError(_("“%(text)s” is no weight. Write it in grams, like 250.") % {"text": cell[:40]})
    digits, unit = match[1], (match[2] or "").lower()
    if re.fullmatch(r"\d{1,3}([.,]\d{3})+", digits) and unit not in GRAMS:
        digits = re.sub(r"\D", "", digits)
    try:
        found = round(float(digits.replace(",", ".")) * GRAMS.get(unit, 1))
    except ValueError:
        found = 0
    if not 1 <= found <= MOST_GRAMS:
        raise ValueError(_("“%(text)s” is no weight. Write it in grams, like 250.") % {"text": cell[:40]})
    return found


def whole(default: int | None) -> Callable[[str], int | None]:
    def read(cell: str) -> int | None:
        if not cell:
            return default
        if not re.fullmatch(r"[0-9]{1,5}", cell) or not 1 <= int(cell) <= MOST_SMALL:
            message = _("“%(text)s” is no number from 1 to %(most)d.")
            raise ValueError(message % {"text": cell[:40], "most": MOST_SMALL})
        return int(cell)

    return read


def availability(cell: str) -> str:
    if not cell:
        return Availability.READY.value
    for value, words in AVAILABILITY.items():
        if plain(cell) in (*words, plain(value.value), plain(value.label)):
            return value.value
    message = _("“%(text)s” is not known. Write one of these: tersedia, sesuai pesanan, musiman, habis.")
    raise ValueError(message % {"text": cell[:40]})


def months(cell: str) -> list[int]:
    """Numbers or names, with a dash between the first and the last; past December it goes on with January."""
    found: set[int] = set()
    for part in re.split(r"[,;]|\bdan\b|\band\b", cell):
        if not part.strip():
            continue
        first, *last = (
            _month(word) for word in re.split(r"[-–—]|\bsampai\b|\bs/d\b|\bto\b", part, maxsplit=1)
        )
        last = last[0] if last else first
        found |= {(first + step - 1) % 12 + 1 for step in range((last - first) % 12 + 1)}
    return sorted(found)


def _month(word: str) -> int:
    name = plain(word)
    if re.fullmatch(r"0?[1-9]|1[0-2]", name):
        return int(name)
    for number, names in enumerate(MONTHS, start=1):
        if len(name) >= 3 and any(known.startswith(name) for known in names):
            return number
    raise ValueError(_("“%(text)s” is no month.") % {"text": word.strip()[:40]})


def tags(cell: str) -> list[str]:
    found = {" ".join(word.split()).casefold(): " ".join(word.split()) for word in re.split(r"[,;]", cell)}
    found.pop("", None)
    if len(found) > MOST_TAGS or any(len(tag) > LONGEST_TAG for tag in found):
        raise ValueError(_("There are %(most)d tags at most, and each is short.") % {"most": MOST_TAGS})
    return sorted(found.values(), key=str.casefold)


# How each column is read; a business and a category are looked up in what there is.
READERS: dict[str, Callable] = {
    **{key: text(key) for key in LONGEST},
    "price_from_rupiah": price,
    "price_to_rupiah": price,
    "weight_grams": weight,
    "minimum_order": whole(1),
    "availability": availability,
    "months": months,
    "making_days": whole(None),
    "variants": read_variants,
    "tags": tags,
}
