"""The questions asked of art forms, classes, sessions, registrations and events, each under one name."""

from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Case, Count, IntegerField, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce, Concat
from django.utils import timezone
from wagtail.models import PageManager

from culture.states import RegistrationState
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
        return super().for_cards().with_seats().with_place()

    def with_place(self) -> Self:
        """Bring along where the Indonesian version says it is: translations often leave that out."""
        source = self.model.objects.live().filter(
            translation_key=OuterRef("translation_key"), locale__language_code=settings.LANGUAGE_CODE
        )
        place = Case(
            When(Q(room=""), then="place"),
            When(Q(place=""), then="room"),
            default=Concat("room", Value(", "), "place"),
        )
        place_of_source = source.annotate(where=place).values("where")[:1]
        return self.annotate(place_of_source=Coalesce(Subquery(place_of_source), Value("")))

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
        over = Q(is_cancelled=True) | Q(term_to__lt=timezone.localdate())
        next_first = Case(When(over, then=None), default="term_from").asc(nulls_last=True)
        return self.order_by(next_first, "-term_to", "title", "pk")


class SessionQuerySet(models.QuerySet):
    def within(self, start: datetime, end: datetime) -> Self:
        """Those that begin in [start, end)."""
        return self.filter(starts_at__gte=start, starts_at__lt=end)

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
        return letters.filter(claimed_at=None, failed_at=None, queued_at__lt=timezone.now() - LOST_AFTER)

    def for_staff(self) -> Self:
        """What staff have to tell somebody themselves, for lack of an e-mail address."""
        return self.filter(registration__email="", sent_at=None)


class EventQuerySet(VillagePageQuerySet):
    def within(self, start: datetime, end: datetime) -> Self:
        """Events with a day that touch [start, end)."""
        lasts_into = Q(ends_at__gt=start) | Q(ends_at__isnull=True, starts_at__gte=start)
        return self.filter(lasts_into, starts_at__lt=end)

    def without_day(self) -> Self:
        """Events of which the day of this year is not known."""
        return self.filter(starts_at=None)

    def in_listing_order(self) -> Self:
        return self.order_by(models.F("starts_at").asc(nulls_last=True), "title", "pk")


class ArtFormManager(PageManager.from_queryset(ArtFormQuerySet)):
    """Manager of art forms."""


class ClassManager(PageManager.from_queryset(ClassQuerySet)):
    """Manager of classes."""


class EventManager(PageManager.from_queryset(EventQuerySet)):
    """Manager of events."""
