"""Pages to offer while somebody types."""

from wagtail.models import Page, Site

from sites.querysets import VillagePageQuerySet
from sites.sharing.guests import with_guests

from . import pages, spelling, typos
from .terms import all_of, read_terms
from .vocabulary import Vocabulary, vocabulary_of

MOST = 6
SHORTEST_QUERY = 2


def suggest(text: str, site: Site, language: str) -> list[Page]:
    """Public pages with titles that hold the words, each perhaps unfinished, or what they probably mean."""
    words = spelling.words(spelling.clean_query(text), language)
    if len("".join(words)) < SHORTEST_QUERY:
        return []
    public = pages.public_pages(site, language)
    vocabulary = vocabulary_of(public, site.pk, language)
    found = _complete(words, public, vocabulary)
    if not found:
        corrected = list(typos.corrections(words, vocabulary).values())
        found = _complete(corrected, public, vocabulary) if corrected != words else []
    return with_guests(found, site)


def _complete(words: list[str], public: VillagePageQuerySet, vocabulary: Vocabulary) -> list[Page]:
    return list(pages.complete(all_of(read_terms(words, vocabulary)), public)[:MOST])
