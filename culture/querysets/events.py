"""The questions asked of events."""

from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import Case, Q, When
from django.utils import timezone
from wagtail.models import PageManager

from culture.states import EventCertainty
from sites.querysets import VillagePageQuerySet

# Each year on another day: usually in some month, or on a lunar date.
RETURNING = Q(certainty__in=[EventCertainty.USUAL, EventCertainty.LUNAR])


class EventQuerySet(VillagePageQuerySet):
    def within(self, start: datetime, end: datetime, or_returning: bool = False) -> Self:
        """Events with a day that touch [start, end), or also those that come back each year."""
        found = _lasts_into(start) & Q(starts_at__lt=end)
        return self.filter(found | RETURNING if or_returning else found)

    def showing_soon(self, art_form) -> Self:
        """Events of an art form within a year, the next first; what is called off is left out.

        Those that come back each year stand last while their next day is not known.
        """
        today = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
        found = self.filter(art_form__translation_key=art_form.translation_key)
        is_past = Q(starts_at__lt=today) & ~_lasts_into(today)
        found = found.filter(Q(status__in=["scheduled", "moved"]) | RETURNING & is_past)
        next_day = Case(When(_lasts_into(today), then="starts_at"))
        found = found.within(today, today + timedelta(days=366), or_returning=True)
        return found.order_by(next_day.asc(nulls_last=True), "title", "pk")

    def upcoming(self) -> Self:
        """Events that are not over, or have no day yet; what is without an end lasts for its day."""
        start = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
        is_over = Q(ends_at__lt=timezone.now(), is_all_day=False) | Q(ends_at__lt=start)
        return self.exclude(is_over).exclude(ends_at=None, starts_at__lt=start)

    def in_listing_order(self) -> Self:
        return self.order_by(models.F("starts_at").asc(nulls_last=True), "title", "pk")


def _lasts_into(start: datetime) -> Q:
    """Condition for what is not over at the beginning of a day; what has no end lasts for its moment."""
    return Q(ends_at__gt=start) | Q(ends_at__isnull=True, starts_at__gte=start)


class EventManager(PageManager.from_queryset(EventQuerySet)):
    """Manager of events."""
