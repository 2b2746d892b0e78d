"""What to ask the index for: each word of a query with its variants, joined and split names, synonyms."""

from typing import NamedTuple

from wagtail.search.query import And, Or, Phrase, PlainText, SearchQuery

from .synonyms import synonyms
from .vocabulary import Vocabulary

LONGEST_PHRASE = 6


class Term(NamedTuple):
    """One thing that a page must have: all of the words, each in any of its forms, or another phrase."""

    forms: tuple[tuple[str, ...], ...]
    others: tuple[str, ...] = ()

    @property
    def query(self) -> SearchQuery:
        words = [_any_of([_literal(form) for form in forms]) for forms in self.forms]
        return _any_of([_all_of(words), *map(_literal, self.others)])


def read_terms(words: list[str], vocabulary: Vocabulary) -> list[Term]:
    """Group the words of a query; a known phrase of several words is one term."""
    terms = []
    while words:
        length = next((n for n in range(LONGEST_PHRASE, 1, -1) if _others(words[:n], n, vocabulary)), 1)
        terms.append(_term(words[:length], vocabulary))
        words = words[length:]
    return terms


def all_of(terms: list[Term]) -> SearchQuery:
    return _all_of([term.query for term in terms])


def any_of(terms: list[Term]) -> SearchQuery:
    return _any_of([term.query for term in terms])


def _term(words: list[str], vocabulary: Vocabulary) -> Term:
    forms = tuple(_forms(word, vocabulary) for word in words)
    others = _others(words, len(words), vocabulary)
    if len(words) == 1 and len(forms[0]) == 1 and (split := vocabulary.split(words[0])):
        others = (*others, split)
    return Term(forms, others)


def _forms(word: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    variants = vocabulary.variants(word) or vocabulary.starting_with(word)
    return tuple(dict.fromkeys([word, *variants]))


def _others(words: list[str], length: int, vocabulary: Vocabulary) -> tuple[str, ...]:
    """What may stand for these words: synonyms, with their forms, and neighbours written as one."""
    if len(words) < length:
        return ()
    found = list(synonyms(words, vocabulary.language))
    for synonym in list(found):
        if " " not in synonym:
            found += vocabulary.variants(synonym)
    if length == 2:
        found += vocabulary.joined(words)
    return tuple(dict.fromkeys(found))


def _literal(text: str) -> SearchQuery:
    # A phrase goes through the same parser as the text of the page: numbers, addresses, jum'at.
    return PlainText(text) if text.isalnum() else Phrase(text)


def _all_of(queries: list[SearchQuery]) -> SearchQuery:
    return queries[0] if len(queries) == 1 else And(queries)


def _any_of(queries: list[SearchQuery]) -> SearchQuery:
    return queries[0] if len(queries) == 1 else Or(queries)
