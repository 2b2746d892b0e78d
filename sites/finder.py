"""Finding a village by its name, however people spell it."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import NamedTuple, Self

from sites.identity_numbers import without_identity_numbers

PREFIX = re.compile(r"^\s*(desa|kelurahan|kel\.?|village of|village)\s+", re.IGNORECASE)
LONGEST_QUERY, LONGEST_TYPED = 80, 2000


class Question(NamedTuple):
    """What somebody asks: part of a name, a district, both, or every village with a site."""

    query: str = ""
    district: str = ""
    everything: bool = False

    @classmethod
    def read(cls, parameters: Mapping[str, str]) -> Self:
        """Read the parameters of an address."""
        query = without_identity_numbers(parameters.get("q", "")[:LONGEST_TYPED]).strip()[:LONGEST_QUERY]
        return cls(query, parameters.get("district", ""), parameters.get("all") == "1")

    def __bool__(self) -> bool:
        return any(self)


def key(text: str) -> str:
    """Letters only, without a leading "Desa": spaces and hyphens differ from table to table."""
    return re.sub(r"[^a-z]", "", PREFIX.sub("", text[:LONGEST_QUERY]).lower())


def find(query: str, villages: Iterable) -> list:
    """Villages whose name or district holds the query; names that start with it come first."""
    wanted = key(query)
    if not wanted:
        return []
    found = [v for v in villages if wanted in v.name_key or wanted in key(v.district)]
    return sorted(found, key=lambda v: (not v.name_key.startswith(wanted), wanted not in v.name_key, v.name))


def answer(asked: Question, register: Iterable) -> list:
    """Villages of the register that fit; those with a site come first where only a district is asked for."""
    found = [v for v in register if v.district == asked.district] if asked.district else list(register)
    if asked.query:
        return find(asked.query, found)
    return sorted(found, key=lambda village: not village.is_open)


def count_by_district(register: Iterable) -> list[tuple[str, int]]:
    """Districts by name, each with the number of its villages."""
    return sorted(Counter(village.district for village in register).items())


def suggest(query: str, villages: Iterable, most: int = 6) -> list:
    """Villages whose name is spelt nearly like the query, the nearest first."""
    by_key: dict[str, list] = {}
    for village in villages:
        by_key.setdefault(village.name_key, []).append(village)
    close = get_close_matches(key(query), by_key, n=most, cutoff=0.65)
    return [village for name in close for village in by_key[name]][:most]
