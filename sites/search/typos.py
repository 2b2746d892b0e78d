"""The word of a site that somebody probably meant."""

from django.db import connection

from . import spelling
from .vocabulary import Vocabulary

# pg_trgm's own threshold is 0.3; that finds words that only sound alike.
ALIKE = 0.4
SHORTEST = 3
SHORTEST_BY_PIECES = 5
# How much more often the other word must be used before it is offered instead of one that exists.
MUCH_MORE = 5


def correct(word: str, vocabulary: Vocabulary) -> str:
    """Return the site's word nearest to one it does not use; the word itself when none is near."""
    if len(word) < SHORTEST or not spelling.is_plain(word) or vocabulary.variants(word):
        return word
    return one_slip_away(word, vocabulary) or most_alike(word, vocabulary) or word


def commoner(word: str, vocabulary: Vocabulary) -> str:
    """Return a word one slip away that the site uses much more often, or the word itself."""
    if len(word) <= SHORTEST or not spelling.is_plain(word):
        return word
    other = one_slip_away(word, vocabulary)
    used = max((vocabulary.pages[form] for form in vocabulary.variants(word)), default=0)
    return other if other and vocabulary.pages[other] >= MUCH_MORE * max(used, 1) else word


def one_slip_away(word: str, vocabulary: Vocabulary) -> str:
    """The most used word at one slip; those with the same first letter before others."""
    folded = spelling.plain_letters(word)
    found = {slip for slip in spelling.slips(folded) if slip in vocabulary.pages}
    found -= {word, folded}
    return max(found, key=lambda slip: (slip[0] == folded[0], vocabulary.pages[slip], slip), default="")


def most_alike(word: str, vocabulary: Vocabulary) -> str:
    """The word that shares the most pieces of three letters, if it shares enough."""
    if len(word) < SHORTEST_BY_PIECES:
        return ""
    candidates = [other for other in vocabulary.pages if abs(len(other) - len(word)) <= len(word) // 3]
    measure = _measure_in_postgresql if connection.vendor == "postgresql" else _measure
    alike = measure(spelling.plain_letters(word), candidates)
    return max(alike, key=lambda other: (alike[other], vocabulary.pages[other], other), default="")


def _measure(word: str, candidates: list[str]) -> dict[str, float]:
    found = {other: spelling.similarity(word, other) for other in candidates}
    return {other: share for other, share in found.items() if share >= ALIKE}


def _measure_in_postgresql(word: str, candidates: list[str]) -> dict[str, float]:
    """The same by pg_trgm, which compares a site's thousands of words in a few milliseconds."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT word, similarity(word, %s) AS share FROM unnest(%s::text[]) AS word "
            "WHERE similarity(word, %s) >= %s ORDER BY share DESC LIMIT 20",
            [word, candidates, word, ALIKE],
        )
        return dict(cursor.fetchall())
