"""The questions asked of announcements."""

from collections.abc import Iterable
from datetime import date
from typing import Self

from django.db.models import (
    BooleanField,
    Case,
    Count,
    F,
    Q,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import TruncMonth
from django.utils import timezone
from wagtail.models import PageManager, Site

from .pages import VillagePageQuerySet, is_live
from .tree import village_scope


class AnnouncementQuerySet(VillagePageQuerySet):
    def listed(self) -> Self:
        return self.current().public()

    def current(self) -> Self:
        """Published and not past their end: asked at read time, so an end needs no clockwork."""
        return self.live().filter(Q(expires_at__isnull=True) | Q(expires_at__gt=timezone.now()))

    def expired(self) -> Self:
        return self.live().filter(expires_at__lte=timezone.now())

    def of_kinds(self, kinds: Iterable[str]) -> Self:
        return self.filter(category__in=[kind.removeprefix("announcement-") for kind in kinds])

    def shown_on(self, site: Site) -> Self:
        """An announcement says itself whether its own village keeps it on top."""
        found = super().shown_on(site)
        own = When(village_scope(site), then=F("is_pinned"))
        default = F("pinned_here") if "pinned_here" in found.query.annotations else Value(False)
        return found.annotate(on_top=Case(own, default=default, output_field=BooleanField()))

    def in_listing_order(self) -> Self:
        pinned = "on_top" if "on_top" in self.query.annotations else "is_pinned"
        return self.order_by(f"-{pinned}", "-first_published_at", "-pk")

    def urgent_on(self, site: Site, languages: list[str]) -> Self:
        """Current notices that may stand on every page of a site, see `urgent_first()`: its own, and those
        of offices that may warn villages.
        """
        may_warn = Q(office__isnull=True) | Q(office__may_alert=True)
        urgent = self.filter(may_warn, severity__in=["important", "emergency"])
        # Guests first, and "emergency" before "important", also in the database: no number of
        # notices hides one.
        shown = urgent.shown_on(site).current().public().filter(locale__language_code__in=languages)
        newest = shown.order_by("-is_guest", "severity", "-first_published_at", "-pk")
        return newest.select_related("locale", "office").defer_streamfields()[:40]

    def published_in(self, year: int, month: int | None = None) -> Self:
        """First published in a year, or in one of its months, by the clock of Banyuwangi."""
        found = self.filter(first_published_at__year=year)
        return found.filter(first_published_at__month=month) if month else found

    def months(self) -> list[tuple[date, int]]:
        """Months in which something was published, the latest first, each with how much. One query."""
        by_month = self.order_by().annotate(month=TruncMonth("first_published_at")).values("month")
        counted = by_month.annotate(number=Count("pk")).order_by("-month")
        return [(row["month"].date(), row["number"]) for row in counted if row["month"]]

    def neighbours(self, page) -> tuple:
        """The announcements published just before and just after one, each None at an end. One query."""
        at, pk = page.first_published_at, page.pk
        earlier = Q(first_published_at__lt=at) | Q(first_published_at=at, pk__lt=pk)
        later = Q(first_published_at__gt=at) | Q(first_published_at=at, pk__gt=pk)
        ids = [
            self.filter(earlier).newest_first().values("pk")[:1],
            self.filter(later).order_by("first_published_at", "pk").values("pk")[:1],
        ]
        found = self.filter(Q(pk=Subquery(ids[0])) | Q(pk=Subquery(ids[1])))
        found = list(found.select_related("locale", "office").defer_streamfields())
        older = next((other for other in found if (other.first_published_at, other.pk) < (at, pk)), None)
        return older, next((other for other in found if other != older), None)

    def related_to(self, page, tags: list) -> Self:
        """Most related first: by tags in common, then the same category, then the newest."""
        shared = Count("tagged_items", filter=Q(tagged_items__tag__in=tags))
        same_category = Case(When(category=page.category, then=1), default=0)
        found = self.annotate(shared=shared, same_category=same_category)
        return found.order_by("-shared", "-same_category", "-first_published_at", "-pk")


def urgent_first(notices: Iterable, preferred: str) -> list:
    """Of the notices that `urgent_on()` has found, the most severe of an office above the village's own.

    They may have been found some time ago. An emergency that is not translated yet still shows, in its own
    language.
    """
    current = [page for page in notices if is_live(page) and not page.is_expired]
    ranked = sorted(current, key=lambda page: (page.severity, page.locale.language_code != preferred))
    firsts = (next((page for page in ranked if page.is_guest is guest), None) for guest in (True, False))
    return [page for page in firsts if page]


class AnnouncementManager(PageManager.from_queryset(AnnouncementQuerySet)):
    """Manager of announcements: the questions of all pages, and those about their dates."""
