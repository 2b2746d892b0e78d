"""Searching the products of a village or of the market, with the reading and correcting of `sites.search`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from operator import or_
from typing import NamedTuple

from django.apps import apps
from django.db.models import Count, Max, Q, QuerySet, Sum

from sites.querysets import all_pages
from sites.search import clean_query, spelling, typos
from sites.search.attempts import Try, rewritten, tries
from sites.search.pages import fitting
from sites.search.terms import Term
from sites.search.vocabulary import Vocabulary, kept_vocabulary, texts_of

from .scopes import Scope

# Of the text of a product; the words of all titles and makers are known beyond that.
LONGEST_TEXT = 600


class Reading(NamedTuple):
    """One way to read what somebody searches for, as a condition for entries."""

    condition: Q
    terms: list[Term]
    corrected: str = ""
    some_words_only: bool = False

    def in_title(self) -> Q:
        """Condition for products that are called so: they come before those that only mention it."""
        words = [form for term in self.terms for forms in term.forms for form in forms]
        words += [other for term in self.terms for other in term.others]
        return reduce(or_, (Q(title__icontains=word) for word in dict.fromkeys(words)), Q())


class Search:
    """What somebody typed, and the words of the products among which it is looked for."""

    def __init__(self, text: str, as_typed: bool, scope: Scope):
        self.query = clean_query(text)
        self.words = spelling.words(self.query, scope.language)
        self.as_typed, self.scope, self.better = as_typed, scope, {}

    def readings(self) -> Iterator[Reading]:
        """The ways to read it, the most faithful first; a single one without condition for no words."""
        if not self.words:
            yield Reading(Q(), [])
            return
        vocabulary = vocabulary_of(self.scope)
        self.better = typos.corrections(self.words, vocabulary)
        for attempt in tries(self.query, self.words, vocabulary, {} if self.as_typed else self.better):
            yield _reading(attempt)

    @property
    def suggestion(self) -> str:
        """Other words to search for, where those typed were taken as they are."""
        return rewritten(self.query, self.better) if self.as_typed else ""


def _reading(attempt: Try) -> Reading:
    products = fitting(attempt.query, apps.get_model("marketplace_pages", "ProductPage"))
    return Reading(Q(product__in=products), attempt.terms, attempt.corrected, attempt.some_words_only)


def vocabulary_of(scope: Scope) -> Vocabulary:
    """The words of the products found here. One query while none of them changes, else three."""
    entries = scope.entries()
    state = entries.aggregate(Count("pk"), Sum("pk"), Max("kept_at"))
    name = f"market-{scope.village.pk if scope.village else 'all'}"
    return kept_vocabulary(name, state, scope.language, lambda: _texts(entries))


def _texts(entries: QuerySet) -> list[str]:
    names = entries.order_by("-kept_at").values_list("title", "business__title")
    pages = all_pages().filter(pk__in=entries.values("pk"))
    return [" ".join(pair) for pair in names] + texts_of(pages, LONGEST_TEXT)
