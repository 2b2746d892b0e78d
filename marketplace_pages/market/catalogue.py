"""Answers what a reader asks of a market: which products, how many of each kind, and how it was read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict

from . import facets as facet_rules
from .asked import Asked
from .cards import Products
from .facets import EVERYTHING, FOUND, Facet
from .offers import facets_of
from .scopes import Scope
from .searching import Reading, Search
from .sorting import in_order


@dataclass
class Catalogue:
    """`numbers` has those of each facet by choice; `number` is how many products fit everything."""

    scope: Scope
    facets: Sequence[Facet]
    asked: Asked
    search: Search
    reading: Reading
    numbers: Mapping[str, Mapping]

    @property
    def number(self) -> int:
        return self.numbers[FOUND]

    @property
    def searched(self) -> int:
        """How many fit the words, whatever else is chosen."""
        return self.numbers[EVERYTHING]

    def entries(self) -> QuerySet:
        """What was found, in its order."""
        return in_order(_narrowed(self), self.asked.sort, self.scope, self.reading.in_title())

    def products(self, request: HttpRequest) -> Products:
        return Products(self.entries(), self.scope.site, request, self.number)


def catalogue(scope: Scope, query: QueryDict) -> Catalogue:
    """At most eight queries, whatever there is: offers, words, and numbers for each way to read them."""
    facets = facets_of(scope)
    asked = Asked.read(query, facets)
    search = Search(asked.words, asked.as_typed, scope)
    for reading in search.readings():
        entries = scope.entries().filter(reading.condition)
        numbers = facet_rules.counted(entries, facets, asked.chosen, asked.prices)
        if numbers[EVERYTHING]:
            break
    return Catalogue(scope, facets, asked, search, reading, numbers)


def _narrowed(found: Catalogue) -> QuerySet:
    chosen = facet_rules.narrowed(found.facets, found.asked.chosen)
    return found.scope.entries().filter(found.reading.condition, chosen, found.asked.prices)


def elsewhere(found: Catalogue) -> int:
    """How many products of other villages fit what was asked in one. A query for each way to read it."""
    whole, asked = found.scope.whole, found.asked
    others = whole.entries().exclude(village=found.scope.village)
    others = others.filter(facet_rules.narrowed(found.facets, asked.chosen), asked.prices)
    search = Search(asked.words, asked.as_typed, whole)
    numbers = (others.filter(reading.condition).count() for reading in search.readings())
    return next(filter(None, numbers), 0)
