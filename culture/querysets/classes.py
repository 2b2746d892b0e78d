"""The questions asked of classes and their sessions."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Case, Count, Exists, F, IntegerField, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce, Concat
from django.utils import timezone
from wagtail.models import PageManager

from culture.states import NoticeKind, RegistrationState, SessionState
from sites.querysets import VillagePageQuerySet

from .counting import number_of


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

    def teaching(self, art_form) -> Self:
        """Classes of an art form, whichever of its versions is asked, that go on or are to come."""
        ahead = {"is_cancelled": False, "term_to__gte": timezone.localdate()}
        return self.filter(art_form__translation_key=art_form.translation_key, **ahead)

    def seats_taken_of(self, page) -> int:
        taken = self._registrations().filter(class_page__translation_key=page.translation_key)
        return taken.filter(state=RegistrationState.SEATED).count()

    def _registrations(self):
        return self.model._meta.get_field("registrations").related_model.objects

    def for_staff(self) -> Self:
        """Published classes as their staff lists them, the next session first, with what there is to do.

        Says of each when it meets next, how many wait, and how many people wait to be told on WhatsApp.
        """
        of_class = {"class_page": OuterRef("pk")}
        registrations = self._registrations().filter(**of_class)
        notices = self._registrations().model._meta.get_field("notices").related_model.objects
        to_tell = notices.for_staff().filter(registration__class_page=OuterRef("pk"))
        sessions = self.model._meta.get_field("sessions").related_model.objects.filter(**of_class)
        meets_next = sessions.exclude(state=SessionState.CANCELLED).filter(ends_at__gt=timezone.now())
        return (
            self.filter(locale__language_code=settings.LANGUAGE_CODE, first_published_at__isnull=False)
            .with_seats()
            .annotate(
                waiting=number_of(registrations.waiting(), "class_page"),
                to_tell=number_of(to_tell, "registration__class_page", "registration"),
                meets_next=Subquery(meets_next.order_by("starts_at").values("starts_at")[:1]),
            )
            .order_by(F("meets_next").asc(nulls_last=True), "-term_to", "title", "pk")
        )

    def with_people(self) -> Self:
        """Those that somebody counts on: registered, the term not over, and not told that it is cancelled."""
        active = self._registrations().active().filter(class_page=OuterRef("pk"))
        notices = self._registrations().model._meta.get_field("notices").related_model.objects
        untold = notices.filter(
            registration__class_page=OuterRef("pk"), kind=NoticeKind.CLASS, sent_at=None, failed_at=None
        )
        return self.not_over().filter(Exists(active), Q(is_cancelled=False) | Exists(untold))

    def over(self) -> Self:
        return self.filter(term_to__lt=timezone.localdate())

    def not_over(self) -> Self:
        return self.filter(term_to__gte=timezone.localdate())

    def in_listing_order(self) -> Self:
        """Those that run or are to come, the next first; then what is over, the latest first."""
        over = Q(is_cancelled=True) | Q(term_to__lt=timezone.localdate())
        next_first = Case(When(over, then=None), default="term_from").asc(nulls_last=True)
        return self.order_by(next_first, "-term_to", "title", "pk")


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


class ClassManager(PageManager.from_queryset(ClassQuerySet)):
    """Manager of classes."""
