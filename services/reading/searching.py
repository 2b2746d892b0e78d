"""Searching the services of a list, with the reading and correcting of `sites.search`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from wagtail.models import Page

from sites.querysets import all_pages
from sites.search import clean_query, spelling, typos
from sites.search.attempts import rewritten, tries
from sites.search.pages import find
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

    def has(self, page: Page) -> bool:
        return self.keys is None or page.pk in self.keys


def search(text: str, as_typed: bool, index, pages: Sequence[Page]) -> Found:
    """Look for words among the pages of a list. One query for each way to read them."""
    language, query = index.locale.language_code, clean_query(text)
    words = spelling.words(query, language)
    if not words:
        return Found("")
    vocabulary = _vocabulary(index, language, pages)
    better = typos.corrections(words, vocabulary)
    found = Found(query, frozenset())
    among = all_pages().filter(pk__in=[page.pk for page in pages])
    for attempt in tries(query, words, vocabulary, {} if as_typed else better):
        if keys := frozenset(page.pk for page in find(attempt.query, among)):
            found = Found(query, keys, attempt.corrected, some_words_only=attempt.some_words_only)
            break
    return found._replace(suggestion=rewritten(query, better) if as_typed else "")


def _vocabulary(index, language: str, pages: Sequence[Page]) -> Vocabulary:
    """The words of some pages; asked for, by one query, only where one of them has changed."""
    state = sorted((page.pk, page.last_published_at, page.latest_revision_id) for page in pages)
    among = all_pages().filter(pk__in=[page.pk for page in pages])
    return kept_vocabulary(f"services-{index.pk}", state, language, lambda: texts_of(among, LONGEST_TEXT))
