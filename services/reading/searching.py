"""Searching the services of a list, with the reading and correcting of `sites.search`."""

from __future__ import annotations

from typing import NamedTuple

from django.db.models import Count, Max, QuerySet, Sum

from sites.querysets import all_pages
from sites.search import clean_query, spelling, typos
from sites.search.attempts import Try, rewritten, tries
from sites.search.pages import fitting
from sites.search.vocabulary import Vocabulary, kept_vocabulary, texts_of

# Of what stands on a page: enough for its papers and steps.
LONGEST_TEXT = 2_000


class Found(NamedTuple):
    """What words find: keys of services and guides, or None where nothing was asked for."""

    query: str
    keys: frozenset[int] | None = None
    corrected: str = ""
    suggestion: str = ""
    some_words_only: bool = False

    def has(self, page) -> bool:
        return self.keys is None or page.pk in self.keys


def search(text: str, as_typed: bool, index, lists: list[QuerySet]) -> Found:
    """Look for words among the pages of a list. A query for the words, two for each way to read them."""
    language, query = index.locale.language_code, clean_query(text)
    words = spelling.words(query, language)
    if not words:
        return Found("")
    vocabulary = _vocabulary(index, language, lists)
    better = typos.corrections(words, vocabulary)
    found = Found(query, frozenset())
    for attempt in tries(query, words, vocabulary, {} if as_typed else better):
        if keys := _keys(attempt, lists):
            found = Found(query, keys, attempt.corrected, some_words_only=attempt.some_words_only)
            break
    return found._replace(suggestion=rewritten(query, better) if as_typed else "")


def _keys(attempt: Try, lists: list[QuerySet]) -> frozenset[int]:
    keys = set()
    for pages in lists:
        keys |= set(pages.filter(pk__in=fitting(attempt.query, pages.model)).values_list("pk", flat=True))
    return frozenset(keys)


def _vocabulary(index, language: str, lists: list[QuerySet]) -> Vocabulary:
    """The words of the pages of a list. One query while none of them changes, else two."""
    keys = [pages.order_by().values("pk") for pages in lists]
    pages = all_pages().filter(pk__in=keys[0]) | all_pages().filter(pk__in=keys[1])
    state = pages.aggregate(Count("pk"), Sum("pk"), Max("last_published_at"))
    return kept_vocabulary(f"services-{index.pk}", state, language, lambda: texts_of(pages, LONGEST_TEXT))
