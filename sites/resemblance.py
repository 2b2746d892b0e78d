"""Pages that somebody may have meant by an address that is none."""

import re
from difflib import SequenceMatcher

from wagtail.models import Page, Site

from sites.querysets import all_pages

MOST_PAGES_LOOKED_AT = 300
MOST_SUGGESTIONS = 4
LONGEST_NAME = 60
LEAST_LIKENESS = 0.62
ENDING = re.compile(r"\.(html?|php|aspx?)$")
WORD = re.compile(r"[a-z]{3,}")


def wanted_name(path: str) -> str:
    """Return the last part of an address that says something: "/berita/Jalan-rusak.html" -> "jalan rusak"."""
    parts = [ENDING.sub("", part[-100:]) for part in path.lower().split("/") if part]
    if parts and "." in parts[-1]:
        return ""  # a file: a picture or a script resembles no page
    return next(filter(None, map(words_of, reversed(parts))), "")


def words_of(name: str) -> str:
    return " ".join(WORD.findall(name.lower()))[:LONGEST_NAME]


def likeness(wanted: str, name: str) -> float:
    """Say from 0 to 1 how much two names of plain words resemble each other, whatever the order of words."""
    wanted_words, words = set(wanted.split()), set(name.split())
    if not wanted_words or not words:
        return 0
    by_word = len(words & wanted_words) / len(words | wanted_words)
    # One word that is all somebody wrote, such as "posyandu", is worth a suggestion.
    within = LEAST_LIKENESS if wanted_words <= words else 0
    matcher = SequenceMatcher(None, name, wanted, autojunk=False)
    # The quick ratios are upper bounds: most names need no exact one.
    near = matcher.real_quick_ratio() > LEAST_LIKENESS and matcher.quick_ratio() > LEAST_LIKENESS
    return max(by_word, within, matcher.ratio() if near else 0)


def pages_like(path: str, site: Site, language_code: str) -> list[Page]:
    """Public pages of a site whose title or address resembles a path, the nearest first. One query.

    Looks at the highest pages of the tree, and at the newest of them, up to a fixed number.
    """
    wanted = wanted_name(path)
    if not wanted:
        return []
    pages = all_pages().in_village(site).in_language(language_code).live().public()
    candidates = pages.order_by("depth", "-first_published_at")[:MOST_PAGES_LOOKED_AT]
    ranked = [
        (max(likeness(wanted, name) for name in {words_of(page.slug), words_of(page.title)}), page)
        for page in candidates
    ]
    ranked = [entry for entry in ranked if entry[0] >= LEAST_LIKENESS]
    ranked.sort(key=lambda entry: -entry[0])
    return [page for _likeness, page in ranked[:MOST_SUGGESTIONS]]
