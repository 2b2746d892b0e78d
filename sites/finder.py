"""Finding a village by its name, however people spell it."""

import re
from collections.abc import Iterable
from difflib import get_close_matches

PREFIX = re.compile(r"^\s*(desa|kelurahan|kel\.?|village of|village)\s+", re.IGNORECASE)
LONGEST_QUERY = 80


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


def suggest(query: str, villages: Iterable, most: int = 6) -> list:
    """Villages whose name is spelt nearly like the query, the nearest first."""
    by_key: dict[str, list] = {}
    for village in villages:
        by_key.setdefault(village.name_key, []).append(village)
    close = get_close_matches(key(query), by_key, n=most, cutoff=0.65)
    return [village for name in close for village in by_key[name]][:most]
