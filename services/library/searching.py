"""Searching the documents of one village, with the reading and correcting of `sites.search`."""

from __future__ import annotations

from typing import NamedTuple

from django.db.models import Count, Max, QuerySet, Sum
from wagtail.models import Site

from sites.querysets import all_pages
from sites.search import clean_query, spelling, typos
from sites.search.attempts import rewritten, tries
from sites.search.pages import fitting
from sites.search.vocabulary import Vocabulary, kept_vocabulary, texts_of


class Found(NamedTuple):
    """What fits, and how the words were read."""

    documents: QuerySet
    words: str = ""
    corrected: str = ""
    some_words_only: bool = False
    suggestion: str = ""


def search(documents: QuerySet, text: str, as_typed: bool, site: Site, language: str) -> Found:
    """All of some documents without words; else those of the most faithful reading that finds any."""
    query = clean_query(text)
    words = spelling.words(query, language)
    if not words:
        return Found(documents)
    vocabulary = _vocabulary(documents, site, language)
    better = typos.corrections(words, vocabulary)
    found = Found(documents.none(), query)
    for attempt in tries(query, words, vocabulary, {} if as_typed else better):
        fit = documents.filter(pk__in=fitting(attempt.query, documents.model))
        if fit.exists():
            found = Found(fit, query, attempt.corrected, attempt.some_words_only)
            break
    return found._replace(suggestion=rewritten(query, better) if as_typed else "")


def _vocabulary(documents: QuerySet, site: Site, language: str) -> Vocabulary:
    """The words of these documents. One query while none of them changes, else two."""
    state = documents.order_by().aggregate(Count("pk"), Sum("pk"), Max("last_published_at"))
    pages = all_pages().filter(pk__in=documents.order_by().values("pk"))
    return kept_vocabulary(f"documents-{site.pk}", state, language, lambda: texts_of(pages))
