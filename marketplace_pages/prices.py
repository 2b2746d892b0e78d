"""Prices in whole rupiah: as people type them, and as readers see them."""

import re

from django.utils.translation import gettext

from sites.money import format_rupiah

# "Rp 15.000,-", "15 000", "IDR 15,000.00", "15rb", "1,5 juta"
TYPED = re.compile(
    r"^(?:rp\.?|idr)?\s*(?P<digits>\d[\d.,\s]*?)(?:[.,](?:-+|00))?\s*(?P<unit>rb|ribu|k|jt|juta)?\s*(?:,-+)?$",
    re.IGNORECASE,
)
GROUPED = re.compile(r"^\d{1,3}(?:[.,\s]\d{3})+$")
UNITS = {"rb": 1_000, "ribu": 1_000, "k": 1_000, "jt": 1_000_000, "juta": 1_000_000}
HIGHEST_PRICE = 2_000_000_000
# Longer ones are no amount that anybody means; their digits would be more than a float holds.
LONGEST_TYPED = 40


def read_rupiah(text: object) -> int:
    """Return whole rupiah of what somebody typed, such as "Rp 15.000,-". Raises `ValueError`."""
    typed = str(text).strip().replace("\u00a0", " ")
    match = TYPED.match(typed) if len(typed) <= LONGEST_TYPED else None
    if match is None:
        raise ValueError(f"Not an amount of rupiah: {text}")
    digits, unit = match["digits"].strip(), (match["unit"] or "").lower()
    if digits.isdecimal() or GROUPED.match(digits):
        amount = int(re.sub(r"\D", "", digits)) * UNITS.get(unit, 1)
    elif unit and re.fullmatch(r"\d+[.,]\d+", digits):
        amount = round(float(digits.replace(",", ".")) * UNITS[unit])
    else:
        raise ValueError(f"Not an amount of rupiah: {text}")
    return amount


def range_text(price_from: int | None, price_to: int | None) -> str:
    """Such as "Rp 15.000", or "Rp 15.000–Rp 20.000"; without a price, that it is told on request."""
    if price_from is None:
        return gettext("Price on request")
    if price_to is None or price_to == price_from:
        return format_rupiah(price_from)
    return f"{format_rupiah(price_from)}–{format_rupiah(price_to)}"
