"""Answers a query as far as it can be answered: as typed, else corrected, else with some of its words."""

from dataclasses import dataclass, field
from typing import NamedTuple

from django.core.paginator import Page as PaginatorPage
from django.core.paginator import Paginator
from django.utils.safestring import SafeString
from wagtail.models import Page, Site

from sites.querysets import VillagePageQuerySet, all_pages
from sites.sharing.guests import with_guests

from . import pages, spelling, typos
from .attempts import Try, rewritten, tries
from .highlight import Marks
from .index_text import bodies_of
from .terms import Term
from .vocabulary import vocabulary_of

RESULTS_PER_PAGE = 10
# With fewer results than this, a word nearby that is used much more often is offered.
FEW = 3


class Kind(NamedTuple):
    """A page type that has results. `value` is its name in the address."""

    content_type: int
    value: str
    label: str
    count: int
    current: bool


class Result(NamedTuple):
    page: Page
    title: SafeString
    snippet: SafeString
    above: list[str]

    @property
    def label(self) -> str:
        return self.page.page_type_display_name

    @property
    def place(self) -> list[str]:
        """Titles of the pages above it, unless they only say again what it is."""
        return [] if self.above == [self.label] else self.above

    @property
    def published_on(self):
        """When readers first saw it, for page types that say that their date matters."""
        return self.page.first_published_at if getattr(self.page.specific_class, "is_dated", False) else None


@dataclass
class Answer:
    """What the result page prints. `corrected` and `suggestion` are other queries, or empty."""

    query: str
    results: PaginatorPage
    kinds: list[Kind] = field(default_factory=list)
    corrected: str = ""
    suggestion: str = ""
    some_words_only: bool = False

    @property
    def total(self) -> int:
        return sum(kind.count for kind in self.kinds)

    @property
    def one_kind_only(self) -> bool:
        return any(kind.current for kind in self.kinds)


def answer(text: str, site: Site, language: str, as_typed=False, kind="", number=None) -> Answer:
    """Search a site's public pages in one language; `as_typed` leaves out corrections.

    `kind` keeps to one page type if that has results; `number` is the part of the results, whatever
    was asked for. At most eight queries, whatever the number of pages.
    """
    query = spelling.clean_query(text)
    words = spelling.words(query, language)
    if not words:
        return Answer(query, Paginator([], RESULTS_PER_PAGE).get_page(1))
    public = pages.public_pages(site, language)
    vocabulary = vocabulary_of(public, site.pk, language)
    better = typos.corrections(words, vocabulary)
    for attempt in tries(query, words, vocabulary, {} if as_typed else better):
        if counts := pages.count_by_type(pages.find(attempt.query, public)):
            break
    kinds = _kinds(counts, kind)
    listing = _listing(attempt, public, kinds, site, language, number)
    found = Answer(query, listing, kinds, attempt.corrected, some_words_only=attempt.some_words_only)
    if as_typed:
        found.suggestion = rewritten(query, better)
    elif found.total < FEW and not found.corrected:
        found.suggestion = rewritten(query, typos.commoner(words, vocabulary))
    return found


def _kinds(counts: dict[int, int], chosen: str) -> list[Kind]:
    kinds = []
    for key, count in counts.items():
        if model := pages.page_type(key):
            name = model._meta.model_name
            kinds.append(Kind(key, name, model.get_verbose_name(), count, name == chosen))
    return kinds


def _listing(
    attempt: Try,
    public: VillagePageQuerySet,
    kinds: list[Kind],
    site: Site,
    language: str,
    number: str | None,
) -> PaginatorPage:
    chosen = next((kind for kind in kinds if kind.current), None)
    results = pages.find(attempt.query, public, chosen.content_type if chosen else None)
    paginator = Paginator(results, RESULTS_PER_PAGE)
    paginator.count = chosen.count if chosen else sum(kind.count for kind in kinds)  # known already
    listing = paginator.get_page(number)
    found = with_guests(listing.object_list, site) if kinds else []
    listing.object_list = _described(found, attempt.terms, language)
    return listing


def _described(found: list[Page], terms: list[Term], language: str) -> list[Result]:
    """Pages with their words marked, a part of their text and the way to them. Two queries for all."""
    if not found:
        return []
    marks = Marks(terms, language)
    bodies = bodies_of(all_pages().filter(pk__in=[page.pk for page in found]))
    places = pages.places(found)
    return [
        Result(page, marks.mark(page.title), marks.snippet(bodies.get(page.pk, "")), places[page.path])
        for page in found
    ]
