"""Search of one site, on whichever database the project runs."""

from wagtail.models import Page, Site
from wagtail.search.backends import get_search_backend

from sites.querysets import VillagePageQuerySet

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
    if not query:
        return Page.objects.none()
    pages = VillagePageQuerySet(Page).in_village(site).in_language(language_code).live().public()
    return get_search_backend().search(query, pages.specific())
