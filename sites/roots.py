"""Where sites begin in the tree, found at the same cost however many sites there are.

Wagtail looks each page up in a list of the homes of all sites, which it makes anew, with a query for each
site, after every change of one. Here the sites of a page are looked for where it stands: below its container.
docs/decisions/0039-sites-of-pages.md tells why Wagtail's own methods are replaced.
"""

import functools
from collections.abc import Iterator
from urllib.parse import quote
from uuid import uuid4

from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Page, Site
from wagtail.models.sites import SiteRootPath

CONTAINER = 2 * Page.steplen
# Wagtail's order: the deepest first, then the default site.
BEST_FIRST = ("-root_page__url_path", "-is_default_site", "hostname")
GENERATION, SECONDS_KEPT = "site-roots", 3600
LANGUAGES = [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]


def with_roots(sites: QuerySet) -> QuerySet:
    """Bring along where the homes of each site stand, for `roots_of()`; no query more."""
    homes = Page.objects.order_by().filter(translation_key=OuterRef("root_page__translation_key"))
    paths = {
        f"root_path_{code}": Subquery(homes.filter(locale__language_code=code).values("url_path")[:1])
        for code in LANGUAGES
    }
    return sites.annotate(**paths)


def roots_of(site: Site | None) -> list[SiteRootPath]:
    """The homes of a site in all languages; none where it was fetched without them."""
    paths = {code: getattr(site, f"root_path_{code}", None) for code in LANGUAGES}
    return [SiteRootPath(site.pk, path, site.root_url, code) for code, path in paths.items() if path]


def roots_in(sites: QuerySet) -> list[SiteRootPath]:
    """The homes of some sites in all languages, the best one for a page first. One query."""
    return [root for site in with_roots(sites).order_by(*BEST_FIRST) for root in roots_of(site)]


def _roots_below(container: str) -> list[tuple]:
    """As plain tuples, which every kind of cache keeps."""
    return [tuple(root) for root in roots_in(Site.objects.filter(root_page__path__startswith=container))]


def all_roots() -> list[SiteRootPath]:
    """Those of all sites. One query, whose answer grows with their number: nothing for a page of readers."""
    return roots_in(Site.objects.all())


def generation() -> str:
    """What changes with every change of a site; keys of the cache hold it, so that none is ever cleared."""
    return cache.get_or_set(GENERATION, lambda: uuid4().hex, None)


def clear() -> None:
    """Take the place of `Site.clear_site_root_paths_cache()`, which Wagtail calls when a site has changed."""
    _next_generation()
    # Whoever asked before the change was committed has remembered what was there before.
    transaction.on_commit(_next_generation)


def _next_generation() -> None:
    cache.set(GENERATION, uuid4().hex, None)


class Roots:
    """What has been found for one request; outside of any, for one page or site that stands for it.

    Wagtail keeps its list of all roots in the same place; whatever reads it as a list finds them all.
    """

    def __init__(self, asker: HttpRequest | Page | Site):
        site = getattr(asker, "_wagtail_site", None)
        self.own = roots_of(site)
        self.found: dict[str, list[SiteRootPath]] = {}
        self.generation = ""

    def above(self, page: Page) -> tuple[SiteRootPath, ...]:
        """Roots of the sites that a page belongs to: at most one query, none for the site of the request."""
        return _above(self.own, page) or _above(self._around(page), page)

    def _around(self, page: Page) -> list[SiteRootPath]:
        container = (page.path or "")[:CONTAINER]
        if len(container) < CONTAINER:
            return []
        if container not in self.found:
            self.generation = self.generation or generation()
            key = f"{GENERATION}-{self.generation}-{container}"
            kept = cache.get_or_set(key, lambda: _roots_below(container), SECONDS_KEPT)
            self.found[container] = [SiteRootPath(*root) for root in kept]
        return self.found[container]

    def __iter__(self) -> Iterator[SiteRootPath]:
        return iter(all_roots())

    def __len__(self) -> int:
        return len(all_roots())


def _above(roots: list[SiteRootPath], page: Page) -> tuple[SiteRootPath, ...]:
    return tuple(root for root in roots if page.url_path.startswith(root.root_path))


def roots_above(
    page: Page, cache_object: HttpRequest | Page | Site | None = None
) -> tuple[SiteRootPath, ...]:
    """Take the place of `Page._get_relevant_site_root_paths()`."""
    asker = page if cache_object is None else cache_object
    roots = getattr(asker, "_wagtail_cached_site_root_paths", None)
    if not isinstance(roots, Roots):
        roots = asker._wagtail_cached_site_root_paths = Roots(asker)
    return roots.above(page)


def get_url_parts(page: Page, request: HttpRequest | None = None) -> tuple[int, str, str] | None:
    """Take the place of `Page.get_url_parts()`, which looks the view of all pages up for each of them."""
    root = next(iter(roots_above(page, request)), None)
    if root is None:
        return None
    path = quote(page.url_path[len(root.root_path) :])
    return root.site_id, root.root_url, _beginning(root.language_code) + path


@functools.cache
def _beginning(language_code: str) -> str:
    """Where addresses of pages in a language begin on their site."""
    with override(language_code):
        return reverse("wagtail_serve", args=[""])


def get_url(page: Page, request: HttpRequest | None = None, current_site: Site | None = None) -> str | None:
    """Take the place of `Page.get_url()`, which counts all sites: with the host outside of its own site."""
    site = current_site or Site.find_for_request(request)
    parts = page.get_url_parts(request=request)
    if parts is None:
        return None
    site_id, root_url, path = parts
    return path if site and site.pk == site_id else root_url + path


def connect() -> None:
    """Let every page be looked up this way, also those that Wagtail fetches as plain pages."""
    Site.get_site_root_paths = staticmethod(all_roots)
    Site.clear_site_root_paths_cache = staticmethod(clear)
    Page._get_relevant_site_root_paths = roots_above
    Page.get_url_parts = get_url_parts
    Page.get_url, Page.url = get_url, property(lambda page: page.get_url())
