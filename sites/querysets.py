"""The questions asked of villages and pages, each under one chainable name."""

from collections.abc import Iterable
from typing import Self

from django.db import models
from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q
from django.db.models.functions import Substr
from django.utils import timezone
from wagtail.models import Page, PageManager, PageViewRestriction, Site
from wagtail.query import PageQuerySet

# Root is 1, a site's container 2, its homes 3.
HOME_DEPTH = 3


def village_scope(site: Site, **conditions) -> Q:
    """Condition for a site's pages in every language of its tree: all below its container."""
    container = site.root_page.path[: 2 * Page.steplen]
    return Q(path__startswith=container, depth__gte=HOME_DEPTH, **conditions)


class VillageQuerySet(models.QuerySet):
    def open(self) -> Self:
        """Villages whose site is there and not closed."""
        return self.filter(site__isnull=False, closed_at__isnull=True)

    def with_site(self) -> Self:
        """Fetch what `url`, `accent` and `container_path` need, so that a list costs one query."""
        return self.select_related("site__sitesettings", "container")


class VillagePageQuerySet(PageQuerySet):
    def in_village(self, site: Site) -> Self:
        """Limit to one site's pages, in every language of its tree."""
        return self.filter(village_scope(site))

    def public(self) -> Self:
        """Leave out pages behind a password or a log-in, and all below them.

        Wagtail's own method asks the database at once and builds a condition
        for each restriction of every village; this one is part of the query.
        """
        own_path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
        restrictions = PageViewRestriction.objects.alias(below=own_path)
        return self.exclude(Exists(restrictions.filter(below__startswith=F("page__path"))))

    def below(self, containers: Iterable[str]) -> Self:
        """Limit to the pages of several sites, given by the tree paths of their containers."""
        container = Substr("path", 1, 2 * Page.steplen)
        return self.alias(own_container=container).filter(own_container__in=list(containers))

    def in_language(self, language_code: str) -> Self:
        return self.filter(locale__language_code=language_code)


def all_pages() -> VillagePageQuerySet:
    """Pages of every type, with the questions of this module."""
    return VillagePageQuerySet(Page)


class AnnouncementQuerySet(VillagePageQuerySet):
    def current(self) -> Self:
        """Published and not past their end: asked at read time, so an end needs no clockwork."""
        return self.live().filter(Q(expires_at__isnull=True) | Q(expires_at__gt=timezone.now()))

    def expired(self) -> Self:
        return self.live().filter(expires_at__lte=timezone.now())

    def child_of_home(self, home) -> Self:
        """Announcements in the lists right below a home."""
        return self.filter(path__startswith=home.path, depth=home.depth + 2)

    def urgent_in(self, site: Site, languages: list[str], preferred: str):
        """Most severe current notice that stands on every page of a site, or None. One query.

        An emergency that is not translated yet still shows, in its own language.
        """
        root = site.root_page
        urgent = (
            self.current()
            .public()
            .filter(
                path__startswith=root.path[: 2 * root.steplen],
                locale__language_code__in=languages,
                severity__in=["important", "emergency"],
            )
        )
        # "emergency" sorts before "important", also in the database: no number of notices hides one.
        newest = urgent.order_by("severity", "-first_published_at", "-pk")
        found = newest.select_related("locale").defer_streamfields()[:20]
        ranked = sorted(found, key=lambda page: (page.severity, page.locale.language_code != preferred))
        return ranked[0] if ranked else None

    def for_cards(self) -> Self:
        """Fetch what a card prints, so that a list costs the same whatever its length."""
        return self.select_related("locale", "listing_image").defer_streamfields()

    def newest_first(self) -> Self:
        return self.order_by("-first_published_at", "-pk")

    def pinned_first(self) -> Self:
        return self.order_by("-is_pinned", "-first_published_at", "-pk")


class BasePageManager(PageManager.from_queryset(VillagePageQuerySet)):
    """Default manager of every page type of the project."""


class AnnouncementManager(PageManager.from_queryset(AnnouncementQuerySet)):
    """Manager of announcements: the questions of all pages, and those about their dates."""
