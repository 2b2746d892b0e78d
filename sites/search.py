"""Search of one site, on whichever database the project runs."""

import re

from wagtail.models import Locale, Page, Site
from wagtail.search.backends import get_search_backend

from sites.querysets import village_scope

LONGEST_QUERY = 120


def clean_query(text: str) -> str:
    """Return what is worth searching for: no control characters, single spaces, bounded length."""
    printable = "".join(character if character.isprintable() else " " for character in text[:2000])
    return " ".join(printable.split())[:LONGEST_QUERY]


def find_pages(query: str, site: Site, language_code: str):
    """Public pages of a site in one language that hold the words, best first.

    Every page type joins by its `search_fields`. The result can be sliced and
    counted; it yields specific pages with the name of their type.
    """
    # Words only: quotes and operators mean something else to each database.
    words = " ".join(re.findall(r"\w+", query.lower()))
    if not words:
        return Page.objects.none()
    # The search backend filters on indexed fields only, so the language goes in by its key.
    locale = Locale.objects.get(language_code=language_code)
    pages = Page.objects.live().public().filter(village_scope(site), locale=locale)
    return get_search_backend().search(words, pages.specific())
