"""The questions put to the database: which pages fit, of which types, and what stands in them."""

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import F, IntegerField, QuerySet
from django.db.models.expressions import CombinedExpression
from django.db.models.functions import Cast
from wagtail.models import Locale, Page, Site
from wagtail.search.backends import get_search_backend
from wagtail.search.models import IndexEntry
from wagtail.search.query import SearchQuery

from sites.querysets import HOME_DEPTH, VillagePageQuerySet, all_pages


def public_pages(site: Site, language: str) -> VillagePageQuerySet:
    """Pages that every reader of a site may open there, in one language. One query for the language."""
    locale = Locale.objects.get(language_code=language)
    return all_pages().shown_on(site).live().public().filter(locale=locale)


def find(query: SearchQuery, pages: VillagePageQuerySet, content_type: int | None = None):
    """Pages that fit, best first, all or of one content type; can be sliced and counted."""
    # The backend knows some conditions only; ours go in as one of them.
    among = Page.objects.filter(pk__in=pages.values("pk"))
    if content_type:
        among = among.filter(content_type=content_type)
    return get_search_backend().search(query, among)


def fitting(query: SearchQuery, model: type[Page]) -> QuerySet:
    """Keys of pages of one type that fit, of all sites and in no order, as part of another query."""
    content_type = ContentType.objects.get_for_model(model).pk
    found = get_search_backend().search(query, Page.objects.filter(content_type=content_type))
    if connection.vendor != "postgresql":
        return found.get_queryset().order_by().values("pk")
    # The index names the page itself; by way of the table of pages the same answer takes twice as long.
    wanted = found.query_compiler.build_tsquery(query, config=found.backend.config)
    entries = IndexEntry.objects.filter(content_type=content_type)
    entries = entries.annotate(words=CombinedExpression(F("title"), "||", F("body"))).filter(words=wanted)
    return entries.values(page=Cast("object_id", IntegerField()))


def complete(query: SearchQuery, pages: VillagePageQuerySet):
    """Pages with words in their title that begin like those of the query."""
    return get_search_backend().autocomplete(query, Page.objects.filter(pk__in=pages.values("pk")))


def count_by_type(results) -> dict[int, int]:
    """Number of results by content type, the largest first. One query."""
    return dict(results.facet("content_type_id"))


def page_type(content_type: int) -> type[Page] | None:
    """The class behind a key; None for one that is no longer part of the project."""
    return ContentType.objects.get_for_id(content_type).model_class()  # kept in memory by Django


def places(pages: list[Page]) -> dict[str, list[str]]:
    """Titles above each page, below its home, by the path of the page. One query for all."""
    above = {page.path: [page.path[:end] for end in _steps(page)] for page in pages}
    wanted = {path for paths in above.values() for path in paths}
    titles = dict(Page.objects.filter(path__in=wanted).values_list("path", "title")) if wanted else {}
    return {path: [titles[step] for step in steps if step in titles] for path, steps in above.items()}


def _steps(page: Page) -> range:
    return range((HOME_DEPTH + 1) * Page.steplen, len(page.path), Page.steplen)
