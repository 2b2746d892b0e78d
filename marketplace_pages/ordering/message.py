"""The message that a buyer sends: in the language of the page, with what is known of the price."""

from collections.abc import Sequence
from typing import NamedTuple

from django.utils.translation import gettext

from sites.money import format_rupiah


class Line(NamedTuple):
    """So many of a product; `price` of one is None where maker and buyer agree on it."""

    title: str
    quantity: int
    price: int | None = None
    variant: str = ""
    unit: str = ""

    @property
    def name(self) -> str:
        return f"{self.title} ({self.variant})" if self.variant else self.title


def order(business: str, lines: Sequence[Line], address: str) -> str:
    """An order of one product or of several; `address` leads back to the page."""
    hello = gettext("Hello %(business)s, I would like to order:") % {"business": business}
    return _plain([hello, "", *(_line(line) for line in lines), *_total(lines), "", address])


def question(business: str, title: str, address: str) -> str:
    """What is asked of a product that can't be ordered at this moment."""
    names = {"business": business, "title": title}
    hello = (
        gettext("Hello %(business)s, I would like to ask about %(title)s. When is there some again?") % names
    )
    return _plain([hello, "", address])


def _line(line: Line) -> str:
    values = {"name": line.name, "number": line.quantity, "unit": line.unit}
    if line.price is None:
        text = gettext("- %(name)s: %(number)s × %(unit)s, price to be agreed")
        bare = gettext("- %(name)s: %(number)s, price to be agreed")
        return (text if line.unit else bare) % values
    values |= {"price": format_rupiah(line.price), "sum": format_rupiah(line.price * line.quantity)}
    text = gettext("- %(name)s: %(number)s × %(price)s / %(unit)s = %(sum)s")
    bare = gettext("- %(name)s: %(number)s × %(price)s = %(sum)s")
    return (text if line.unit else bare) % values


def _total(lines: Sequence[Line]) -> list[str]:
    known = [line.price * line.quantity for line in lines if line.price is not None]
    if not known or len(lines) == 1:
        return []
    total = {"sum": format_rupiah(sum(known))}
    if len(known) < len(lines):
        return [gettext("Total without what is to be agreed: %(sum)s") % total]
    return [gettext("Total: %(sum)s") % total]


def _plain(lines: list[str]) -> str:
    """Phones show the space that does not break as a box here and there."""
    return "\n".join(lines).replace("\u00a0", " ")
