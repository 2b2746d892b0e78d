"""What a site has published, of every page type that carries a date: for its feed and its newsletter."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.apps import apps
from django.db.models import Max
from django.db.models.functions import Substr
from wagtail.models import Page, Site

from sites.frame import frame_of

MOST = 100
CONTAINER_LENGTH = 2 * Page.steplen


def dated_types() -> list[type]:
    """Page types of any app whose pages are news on the day they appear."""
    return [model for model in apps.get_models() if getattr(model, "is_dated", False)]


def kinds() -> dict[str, str]:
    """What readers may choose between: names of kinds by their keys, in the active language."""
    return {key: str(name) for model in dated_types() for key, name in model.publication_kinds().items()}


def published(
    site: Site,
    language: str,
    *,
    since: datetime | None = None,
    until: datetime | None = None,
    kinds: Iterable[str] | None = None,
    limit: int = MOST,
) -> list:
    """Return what readers of a site find in one language, first published in [since, until), newest first.

    `kinds` are keys of `kinds()`; None stands for all. One query for each page type, however much there is.
    """
    wanted = site, language, since, until, kinds, limit
    found = [page for model in dated_types() for page in _of_type(model, *wanted)]
    return sorted(found, key=lambda page: (page.first_published_at, page.pk), reverse=True)[:limit]


def _of_type(model, site, language, since, until, kinds, limit) -> Iterator:
    pages = model.objects.shown_on(site).in_language(language).listed()
    pages = pages.filter(first_published_at__isnull=False)
    if since:
        pages = pages.filter(first_published_at__gte=since)
    if until:
        pages = pages.filter(first_published_at__lt=until)
    if kinds is not None:
        pages = pages.of_kinds(kinds)
    return pages.for_cards().newest_first()[:limit]


def newest_by_container(since: datetime, until: datetime) -> dict[str, datetime]:
    """When something was last published in [since, until), by the tree path of the site's container.

    One query for each page type, however many sites there are; drafts and what has ended count for nothing.
    """
    newest: dict[str, datetime] = {}
    for model in dated_types():
        pages = model.objects.live().filter(first_published_at__gte=since, first_published_at__lt=until)
        sites = pages.order_by().values_list(Substr("path", 1, CONTAINER_LENGTH))
        for container, at in sites.annotate(at=Max("first_published_at")):
            newest[container] = max(at, newest.get(container, at))
    return newest


def address_on(page, site: Site) -> str:
    """The full address at which readers of a site find a page that `published()` gave for it."""
    if not page.is_guest:
        return page.get_full_url(site)
    return frame_of(site).full_guest_address(page) or page.get_full_url(site)


def published_below(page, limit: int = MOST) -> list:
    """Return what readers find below a page, of every dated type, newest first. One query for each type."""
    found = []
    for model in dated_types():
        pages = model.objects.descendant_of(page).listed().filter(first_published_at__isnull=False)
        found += pages.for_cards().newest_first()[:limit]
    return sorted(found, key=lambda entry: (entry.first_published_at, entry.pk), reverse=True)[:limit]
