"""What readers narrow the library to, as it stands in the address."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import urlencode

from django.db.models import Count, Q, QuerySet
from django.http import QueryDict

from services.choices import Disclosure, DocumentKind

# The name in the address, and the field that it narrows.
FIELDS = {"list": "disclosure", "kind": "kind", "year": "year"}
LABELS = {"list": dict(Disclosure.choices), "kind": dict(DocumentKind.choices)}


class Option(NamedTuple):
    value: str
    label: str
    count: int
    is_chosen: bool


class Asked(NamedTuple):
    """`chosen` has a value for each of FIELDS, empty for all; what nobody offers counts for nothing."""

    words: str
    as_typed: bool
    chosen: dict[str, str]

    def narrowed(self, but: str = "") -> Q:
        """Condition for what fits all choices, but for one of them."""
        wanted = {FIELDS[name]: value for name, value in self.chosen.items() if value and name != but}
        return Q(**wanted)

    def address(self, url: str, **other: str) -> str:
        """The address of the same with other choices."""
        kept = {"q": self.words, **self.chosen, **other}
        query = urlencode({name: value for name, value in kept.items() if value})
        return f"{url}?{query}" if query else url


def read(query: QueryDict) -> Asked:
    chosen = {name: query.get(name, "") for name in FIELDS}
    for name, labels in LABELS.items():
        chosen[name] = chosen[name] if chosen[name] in labels else ""
    year = chosen["year"]
    chosen["year"] = year if year.isascii() and year.isdigit() and len(year) == 4 else ""
    return Asked(query.get("q", ""), "exact" in query, chosen)


def label_of(name: str, value: str) -> str:
    return str(LABELS[name][value]) if name in LABELS else value


def options(documents: QuerySet, asked: Asked) -> dict[str, list[Option]]:
    """The values worth a choice, with how many documents each finds beside the other choices. One query."""
    rows = list(documents.order_by().values(*FIELDS.values()).annotate(number=Count("pk")))
    return {name: list(_options_of(name, rows, asked)) for name in FIELDS}


def _options_of(name: str, rows: list[dict], asked: Asked) -> Iterable[Option]:
    counts = {}
    for row in rows:
        others = ((FIELDS[one], value) for one, value in asked.chosen.items() if value and one != name)
        if all(str(row[field]) == value for field, value in others):
            value = str(row[FIELDS[name]])
            counts[value] = counts.get(value, 0) + row["number"]
    own = asked.chosen[name]
    for value in LABELS.get(name) or sorted({*counts, own} - {""}, reverse=True):
        if value in counts or value == own:
            yield Option(value, label_of(name, value), counts.get(value, 0), value == own)
