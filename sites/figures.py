"""Figures as clerks type them and as readers of each language read them."""

import re
from decimal import Decimal

from django.utils.formats import number_format

# Indonesian: a point between thousands, a comma before decimals.
NUMBER = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?", re.ASCII)


def as_number(text: str) -> Decimal | None:
    """Read "2.569" or "12,5"; None for whatever is no number in Indonesian notation."""
    found = NUMBER.fullmatch(text.strip())
    return Decimal(found[1].replace(".", "") + "." + (found[2] or "0")) if found else None


def readable(value: str | Decimal) -> str:
    """Write a number with the signs of the active language, "2.569" or "2,569"; other text stays."""
    number = as_number(value) if isinstance(value, str) else value
    if number is None:
        return value
    # No zeros that nobody typed: 117.00 hectares are 117.
    decimals = max(0, -number.normalize().as_tuple().exponent)
    return number_format(number, decimal_pos=decimals, use_l10n=True, force_grouping=True)
