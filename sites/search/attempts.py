"""The ways to read one query, the most faithful first: as typed, corrected, with some of its words."""

from collections.abc import Iterator
from typing import NamedTuple

from wagtail.search.query import SearchQuery

from . import spelling
from .terms import Term, all_of, any_of, read_terms
from .vocabulary import Vocabulary


class Try(NamedTuple):
    """One way to read a query."""

    terms: list[Term]
    query: SearchQuery
    corrected: str = ""
    some_words_only: bool = False


def tries(query: str, words: list[str], vocabulary: Vocabulary, better: dict[str, str]) -> Iterator[Try]:
    terms = read_terms(words, vocabulary)
    yield Try(terms, all_of(terms))
    if corrected := rewritten(query, better):
        terms = read_terms(list(better.values()), vocabulary)
        yield Try(terms, all_of(terms), corrected)
    if len(terms) > 1:
        yield Try(terms, any_of(terms), corrected, some_words_only=True)


def rewritten(query: str, better: dict[str, str]) -> str:
    """The query with other words in it; empty if that changes nothing."""
    changed = {word: other for word, other in better.items() if word != other}
    if not changed:
        return ""
    return spelling.TOKEN.sub(lambda word: changed.get(word.group().lower(), word.group()), query)
