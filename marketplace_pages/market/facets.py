"""What readers narrow products to, each with how many products each choice finds beside the others.

A `Facet` says by what entries are grouped, what the groups mean, and which entries a choice keeps; counts
and list agree, as both ask the same conditions. `counted()` asks for all counts at once.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.db import connections
from django.db.models import Case, F, Q, QuerySet, Value, When
from django.db.models.expressions import Combinable
from django.utils.functional import Promise

Chosen = Mapping[str, Sequence[str]]
Groups = Mapping[str, int]
EVERYTHING, FOUND, PRICES = "everything", "found", "prices"


class Choice(NamedTuple):
    """`above` is the value of the choice of the first level that this one is part of."""

    value: str
    label: str | Promise
    above: str = ""


@dataclass(frozen=True)
class Facet:
    """`name` stands in the address. `tally` makes numbers by choice of numbers by `key`.

    `without` names the facets whose choices do not count for its own numbers: itself, and what a choice
    here takes back. With `is_single`, one choice is all that makes sense.
    """

    name: str
    label: str | Promise
    choices: Sequence[Choice]
    key: str | Combinable
    condition: Callable[[Sequence[str]], Q]
    tally: Callable[[Groups], Mapping[str, int]] = dict
    without: frozenset[str] = frozenset()
    is_single: bool = False

    def read(self, asked: Sequence[str]) -> list[str]:
        """Values that are offered, in their order; the parts chosen of something stand for the whole."""
        chosen = [choice for choice in self.choices if choice.value in asked]
        narrower = {choice.above for choice in chosen if choice.above}
        values = [choice.value for choice in chosen if choice.value not in narrower]
        return values[:1] if self.is_single else values


def narrowed(facets: Sequence[Facet], chosen: Chosen, but: frozenset[str] = frozenset()) -> Q:
    """Condition for what fits the choices of all facets, but for some of them."""
    found = Q()
    for facet in facets:
        if facet.name not in but and chosen[facet.name]:
            found &= facet.condition(chosen[facet.name])
    return found


def counted(entries: QuerySet, facets: Sequence[Facet], chosen: Chosen, also: Q) -> dict[str, Mapping]:
    """Numbers by choice for each facet, that of all entries and that of what is found. One query.

    `also` is a further condition of the reader for all but the number of everything. The entries are read
    once, each with the choices that it fails as bits; the groups are counted among those.
    """
    bits = {name: 1 << place for place, name in enumerate([PRICES, *(facet.name for facet in facets)])}
    conditions = {PRICES: also} | {facet.name: narrowed([facet], chosen) for facet in facets}
    failed = [Case(When(one, then=0), default=bits[name]) for name, one in conditions.items() if one]
    keys = {f"key_{place}": _expression(facet.key) for place, facet in enumerate(facets)}
    rows = entries.order_by().annotate(failed=sum(failed, Value(0)), **keys).values_list("failed", *keys)
    wanted = [(EVERYTHING, "", 0), (FOUND, "", sum(bits.values()))]
    for key, facet in zip(keys, facets, strict=True):
        left_out = sum(bits[name] for name in facet.without | {facet.name})
        wanted.append((facet.name, key, sum(bits.values()) - left_out))
    groups = _count(rows, wanted)
    numbers = {facet.name: facet.tally(groups[facet.name]) for facet in facets}
    return numbers | {name: groups[name].get("", 0) for name in (EVERYTHING, FOUND)}


def _expression(key: str | Combinable) -> Combinable:
    return F(key) if isinstance(key, str) else key


def _count(rows: QuerySet, wanted: Sequence[tuple[str, str, int]]) -> dict[str, dict[str, int]]:
    """Numbers for each name of rows that fail none of its bits, by one of their columns or all together."""
    sql, params = rows.query.sql_with_params()
    counts = []
    for name, column, bits in wanted:
        key, by = (f"CAST({column} AS TEXT)", f"GROUP BY {column}") if column else ("''", "")
        counts.append(f"SELECT %s, {key}, COUNT(*) FROM found WHERE failed & %s = 0 {by}")
        params += (name, bits)
    groups = {name: {} for name, _column, _bits in wanted}
    with connections[rows.db].cursor() as cursor:
        cursor.execute(f"WITH found AS MATERIALIZED ({sql}) {' UNION ALL '.join(counts)}", params)
        for name, key, number in cursor.fetchall():
            if key is not None:
                groups[name][key] = number
    return groups
