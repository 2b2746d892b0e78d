"""What readers narrow products to, each with how many products each choice finds beside the others.

A `Facet` says by what entries are grouped, what the groups mean, and which entries a choice keeps; counts
and list agree, as both ask the same conditions. `counted()` asks for all counts at once.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import CharField, Count, F, Q, QuerySet, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast
from django.utils.functional import Promise

Chosen = Mapping[str, Sequence[str]]
Groups = Mapping[str, int]
EVERYTHING, FOUND = "everything", "found"


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

    `also` is a further condition of the reader for all but the number of everything.
    """
    found = entries.filter(narrowed(facets, chosen) & also)
    branches = [_grouped(entries, EVERYTHING, Value("")), _grouped(found, FOUND, Value(""))]
    for facet in facets:
        beside = narrowed(facets, chosen, facet.without | {facet.name}) & also
        branches.append(_grouped(entries.filter(beside), facet.name, facet.key))
    groups = {facet.name: {} for facet in facets} | {EVERYTHING: {}, FOUND: {}}
    for name, key, number in branches[0].union(*branches[1:], all=True):
        if key is not None:
            groups[name][key] = number
    numbers = {facet.name: facet.tally(groups[facet.name]) for facet in facets}
    return numbers | {name: groups[name].get("", 0) for name in (EVERYTHING, FOUND)}


def _grouped(entries: QuerySet, name: str, key: str | Combinable) -> QuerySet:
    expression = F(key) if isinstance(key, str) else key
    grouped = entries.order_by().annotate(facet=Value(name, CharField()), group=Cast(expression, CharField()))
    return grouped.values_list("facet", "group").annotate(number=Count("*"))
