"""The questions asked of art forms, classes, sessions, registrations and events, each under one name."""

from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import Count, IntegerField, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from wagtail.models import PageManager

from culture.states import EventCertainty, RegistrationState
from sites.querysets import VillagePageQuerySet

# A task may be lost with its worker; after this time its letter is queued once more.
LOST_AFTER = timedelta(minutes=10)


class ArtFormQuerySet(VillagePageQuerySet):
    def in_listing_order(self) -> Self:
        """A village's own first, then by name."""
        own_first = ["is_guest"] if "is_guest" in self.query.annotations else []
        return self.order_by(*own_first, "title", "pk")


class ClassQuerySet(VillagePageQuerySet):
    def for_cards(self) -> Self:
        return super().for_cards().with_seats()

    def with_seats(self) -> Self:
        """Say of each class how many seats are taken, as `seats_taken`: they stand with its source."""
        taken = self._registrations().filter(
            class_page__translation_key=OuterRef("translation_key"), state=RegistrationState.SEATED
        )
        counted = taken.order_by().values("class_page").annotate(number=Count("pk")).values("number")
        return self.annotate(seats_taken=Coalesce(Subquery(counted), 0, output_field=IntegerField()))

    def seats_taken_of(self, page) -> int:
        taken = self._registrations().filter(class_page__translation_key=page.translation_key)
        return taken.filter(state=RegistrationState.SEATED).count()

    def _registrations(self):
        return self.model._meta.get_field("registrations").related_model.objects

    def in_listing_order(self) -> Self:
        """Those that run or are to come, the next first; then what is over, the latest first."""
        is_over = models.Case(
            models.When(Q(is_cancelled=True) | Q(term_to__lt=timezone.localdate()), then=1), default=0
        )
        return self.order_by(is_over, "-term_to", "title", "pk")


class SessionQuerySet(models.QuerySet):
    def within(self, start: datetime, end: datetime) -> Self:
        """Those that begin in [start, end)."""
        return self.filter(starts_at__gte=start, starts_at__lt=end)

    def to_come(self) -> Self:
        """Those that have not ended."""
        return self.filter(ends_at__gt=timezone.now()).order_by("starts_at", "pk")

    def with_class(self) -> Self:
        """Fetch what a calendar prints of the class along with each."""
        related = ("class_page__locale", "class_page__listing_image")
        return self.select_related(*related).defer("class_page__body", "class_page__bring")

    def of(self, page) -> Self:
        """The sessions of a class, whichever of its versions is asked."""
        return self.filter(class_page__translation_key=page.translation_key)


class RegistrationQuerySet(models.QuerySet):
    def seated(self) -> Self:
        return self.filter(state=RegistrationState.SEATED)

    def waiting(self) -> Self:
        """The waiting list, who comes next first."""
        return self.filter(state=RegistrationState.WAITING).order_by("rank", "number")

    def active(self) -> Self:
        return self.exclude(state=RegistrationState.CANCELLED)

    def of(self, page) -> Self:
        """The registrations of a class, whichever of its versions is asked."""
        return self.filter(class_page__translation_key=page.translation_key)


class NoticeQuerySet(models.QuerySet):
    def lost(self) -> Self:
        """Letters that nobody has begun to send within the time that the queue takes."""
        letters = self.exclude(registration__email="")
        return letters.filter(claimed_at=None, failed_at=None, created_at__lt=timezone.now() - LOST_AFTER)

    def for_staff(self) -> Self:
        """What staff have to tell somebody themselves, for lack of an e-mail address."""
        return self.filter(registration__email="", sent_at=None)


# Each year on another day: usually in some month, or on a lunar date.
RETURNING = Q(certainty__in=[EventCertainty.USUAL, EventCertainty.LUNAR])


class EventQuerySet(VillagePageQuerySet):
    def within(self, start: datetime, end: datetime, or_returning: bool = False) -> Self:
        """Events with a day that touch [start, end), or also those that come back each year."""
        lasts_into = Q(ends_at__gt=start) | Q(ends_at__isnull=True, starts_at__gte=start)
        found = lasts_into & Q(starts_at__lt=end)
        return self.filter(found | RETURNING if or_returning else found)

    def upcoming(self) -> Self:
        """Events that are not over, or have no day yet; what is without an end lasts for its day."""
        start = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
        is_over = Q(ends_at__lt=timezone.now(), is_all_day=False) | Q(ends_at__lt=start)
        return self.exclude(is_over).exclude(ends_at=None, starts_at__lt=start)

    def in_listing_order(self) -> Self:
        return self.order_by(models.F("starts_at").asc(nulls_last=True), "title", "pk")


class ArtFormManager(PageManager.from_queryset(ArtFormQuerySet)):
    """Manager of art forms."""


class ClassManager(PageManager.from_queryset(ClassQuerySet)):
    """Manager of classes."""


class EventManager(PageManager.from_queryset(EventQuerySet)):
    """Manager of events."""
