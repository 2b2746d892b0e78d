"""The words of a site that somebody probably meant."""

from collections.abc import Iterable, Iterator

from django.db import connection

from sites.slips import slips

from . import spelling
from .vocabulary import Vocabulary

# pg_trgm's own threshold is 0.3; that finds words that only sound alike.
ALIKE = 0.4
SHORTEST = 3
SHORTEST_BY_PIECES = 5
# How much more often the other word must be used before it is offered instead of one that exists.
MUCH_MORE = 5


def corrections(words: list[str], vocabulary: Vocabulary) -> dict[str, str]:
    """Each word with the site's word nearest to it; words that the site uses or that nothing is near stay.

    One slip of the finger is undone first; else the word counts that shares the most pieces of
    three letters. On PostgreSQL that costs one query for all words, and only if one needs it.
    """
    unknown = [word for word in words if _may_be_wrong(word) and not vocabulary.variants(word)]
    found = {word: near for word in unknown if (near := one_slip_away(word, vocabulary))}
    far = [word for word in unknown if word not in found and len(word) >= SHORTEST_BY_PIECES]
    if far:
        found |= most_alike(far, vocabulary)
    return {word: found.get(word, word) for word in words}


def commoner(words: list[str], vocabulary: Vocabulary) -> dict[str, str]:
    """Each word with one a slip away that the site uses much more often, or itself."""
    return {word: _commoner(word, vocabulary) for word in words}


def one_slip_away(word: str, vocabulary: Vocabulary) -> str:
    """The most used word at one slip, or nothing; those with the same first letter before others."""
    folded = spelling.plain_letters(word)
    found = {slip for slip in slips(folded) if slip in vocabulary.pages}
    found -= {word, folded}
    return max(found, key=lambda slip: (slip[0] == folded[0], vocabulary.pages[slip], slip), default="")


def most_alike(words: list[str], vocabulary: Vocabulary) -> dict[str, str]:
    """The word of the site most like each of these; words that nothing is like are left out."""
    compare = _compare_in_postgresql if connection.vendor == "postgresql" else _compare
    best: dict[str, tuple] = {}
    for word, other, share in compare(words, list(vocabulary.pages)):
        rank = (share, vocabulary.pages[other], other)
        best[word] = max(rank, best.get(word, rank))
    return {word: other for word, (_share, _pages, other) in best.items()}


def _may_be_wrong(word: str) -> bool:
    return len(word) >= SHORTEST and spelling.is_plain(word)


def _commoner(word: str, vocabulary: Vocabulary) -> str:
    other = one_slip_away(word, vocabulary) if len(word) > SHORTEST and spelling.is_plain(word) else ""
    used = max((vocabulary.pages[form] for form in vocabulary.variants(word)), default=0)
    return other if other and vocabulary.pages[other] >= MUCH_MORE * max(used, 1) else word


def _compare(words: list[str], others: Iterable[str]) -> Iterator[tuple[str, str, float]]:
    pieces = {word: spelling.trigrams(word) for word in words}
    for other in others:
        its = spelling.trigrams(other)
        for word, own in pieces.items():
            share = len(own & its) / len(own | its)
            if share >= ALIKE:
                yield word, other, share


def _compare_in_postgresql(words: list[str], others: list[str]) -> list[tuple[str, str, float]]:
    """The same by pg_trgm, which compares thousands of words in a few milliseconds."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT word, other, similarity(word, other) "
            "FROM unnest(%s::text[]) AS word, unnest(%s::text[]) AS other "
            "WHERE similarity(word, other) >= %s",
            [words, others, ALIKE],
        )
        return cursor.fetchall()
