"""What the address of a market asks for: words, choices, prices and an order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urlencode

from django.db.models import Q
from django.http import QueryDict
from django.utils.translation import gettext

from marketplace_pages.prices import HIGHEST_PRICE, read_rupiah
from sites.identity_numbers import without_identity_numbers
from sites.money import format_rupiah

from .facets import Chosen, Facet
from .sorting import SORTS, USUAL

LOWEST, HIGHEST = "min", "max"
LONGEST_AMOUNT = 30
# All that an address of a market may ask for.
PARAMETERS = frozenset({"q", "exact", LOWEST, HIGHEST, "sort", "kind", "price", "permit", "availability"})
PARAMETERS |= {"category", "district", "village"}


class Amount(NamedTuple):
    """A price that somebody typed, as it stands in the form, and what is wrong with it."""

    typed: str = ""
    rupiah: int | None = None
    error: str = ""

    @classmethod
    def read(cls, typed: str) -> Amount:
        typed = typed.strip()[:LONGEST_AMOUNT]
        if not typed:
            return cls()
        try:
            return cls(typed, min(read_rupiah(typed), HIGHEST_PRICE))
        except ValueError:
            return cls(typed, error=gettext("Write an amount such as 30000."))


@dataclass(frozen=True)
class Asked:
    words: str
    as_typed: bool
    chosen: Chosen
    lowest: Amount
    highest: Amount
    sort: str

    @classmethod
    def read(cls, query: QueryDict, facets: Sequence[Facet]) -> Asked:
        """What is not offered counts for nothing; prices that are upside down are turned."""
        chosen = {facet.name: facet.read(query.getlist(facet.name)) for facet in facets}
        if chosen.get("district"):
            inside = {
                choice.value
                for facet in facets
                for choice in facet.choices
                if choice.above in chosen["district"]
            }
            chosen["village"] = [code for code in chosen["village"] if code in inside]
        lowest, highest = (Amount.read(query.get(name, "")) for name in (LOWEST, HIGHEST))
        if None not in (lowest.rupiah, highest.rupiah) and lowest.rupiah > highest.rupiah:
            lowest, highest = highest, lowest
        sort = query.get("sort", "")
        words, as_typed = without_identity_numbers(query.get("q", "")), bool(query.get("exact"))
        return cls(words, as_typed, chosen, lowest, highest, sort if sort in SORTS else USUAL)

    @property
    def prices(self) -> Q:
        """Products of which something costs what somebody wants to spend."""
        found = Q()
        if self.lowest.rupiah is not None:
            found &= Q(price_to_rupiah__gte=self.lowest.rupiah)
        if self.highest.rupiah is not None:
            found &= Q(price_from_rupiah__lte=self.highest.rupiah)
        return found

    @property
    def price_text(self) -> str:
        """The prices asked for in words; empty where none are."""
        low, high = self.lowest.rupiah, self.highest.rupiah
        if low is not None and high is not None:
            return f"{format_rupiah(low)}–{format_rupiah(high)}"
        if low is not None:
            return gettext("From %(price)s") % {"price": format_rupiah(low)}
        return gettext("Up to %(price)s") % {"price": format_rupiah(high)} if high is not None else ""

    @property
    def is_narrowed(self) -> bool:
        return bool(self.price_text or any(self.chosen.values()))

    def pairs(self, leave_out: Sequence[tuple[str, str]] = (), only_here: Sequence[str] = ()) -> Iterator:
        """Names and values for an address that asks for the same, but for some of them."""
        everything = [
            ("q", self.words),
            ("exact", "1" if self.as_typed else ""),
            *((name, value) for name, values in self.chosen.items() for value in values),
            (LOWEST, str(self.lowest.rupiah or "")),
            (HIGHEST, "" if self.highest.rupiah is None else str(self.highest.rupiah)),
            ("sort", self.sort),
        ]
        for name, value in everything:
            is_left_out = (name, value) in leave_out or (name, "") in leave_out
            if value and not is_left_out and name not in only_here:
                yield name, value

    def address(self, url: str, leave_out: Sequence[tuple[str, str]] = ()) -> str:
        query = urlencode(list(self.pairs(leave_out)))
        return f"{url}?{query}" if query else url
