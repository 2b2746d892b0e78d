"""The questions asked of art forms, classes, sessions, registrations and events, each under one name."""

from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models, transaction
from django.db.models import Case, Count, Exists, F, IntegerField, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce, Concat
from django.utils import timezone
from wagtail.models import PageManager

from culture.registering.figures import keep_figures
from culture.states import EventCertainty, NoticeKind, RegistrationState, SessionState
from sites.models import Village
from sites.querysets import VillagePageQuerySet

# A task may be lost with its worker; after this time its letter is queued once more.
LOST_AFTER = timedelta(minutes=10)


class ArtFormQuerySet(VillagePageQuerySet):
    def in_listing_order(self) -> Self:
        """What the village keeps on top, then its own, then what is at home there, then by name."""
        known = self.query.annotations
        first = [name for name in ("-pinned_here", "is_guest", "-is_at_home") if name.lstrip("-") in known]
        return self.order_by(*first, "title", "pk")

    def at_home_first(self, villages: models.QuerySet) -> Self:
        """Say of each whether it is at home in one of some villages, as `is_at_home`."""
        rows = self.model.villages.through.objects.filter(artformpage=OuterRef("pk"))
        return self.annotate(is_at_home=Exists(rows.filter(village__in=villages.values("pk"))))

    def at_home_in(self, code: str) -> Self:
        """Limit to those of a village, by its official code."""
        rows = self.model.villages.through.objects.filter(village__code=code)
        return self.filter(pk__in=rows.values("artformpage"))

    def homes(self) -> models.QuerySet:
        """Keys of the villages where they are at home, as part of a query."""
        pages = self.order_by().values("pk")
        return self.model.villages.through.objects.filter(artformpage__in=pages).values("village")


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
                waiting=_number_of(registrations.waiting(), "class_page"),
                to_tell=_number_of(to_tell, "registration__class_page", "registration"),
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


def _number_of(rows, group: str, what: str = "pk") -> Coalesce:
    """How many rows of a subquery belong to each of its groups, as an annotation."""
    counted = rows.order_by().values(group).annotate(number=Count(what, distinct=True)).values("number")
    return Coalesce(Subquery(counted), 0, output_field=IntegerField())


def _no_longer_kept() -> Q:
    """Condition for what hangs on a class whose term, or whose village, ended too long ago."""
    kept = timedelta(days=settings.REGISTRATION_KEPT_DAYS)
    ended = Q(class_page__term_to__lt=timezone.localdate() - kept)
    closed = Village.objects.filter(closed_at__lt=timezone.now() - kept, container__isnull=False)
    for path in closed.values_list("container__path", flat=True):
        ended |= Q(class_page__path__startswith=path)
    return ended


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

    def expired(self) -> Self:
        """Those that `delete_expired` erases; a class whose term was prolonged counts anew."""
        # By key: neither a DELETE nor a lock takes a join.
        return self.filter(pk__in=self.filter(_no_longer_kept()).values("pk"))

    def in_list_order(self) -> Self:
        """Who has a seat, in the order of arrival; then who waits, the next first; then who is out."""
        places = {state: place for place, state in enumerate(RegistrationState.values)}
        group = Case(*(When(state=state, then=place) for state, place in places.items()))
        rank = Case(When(state=RegistrationState.WAITING, then=F("rank")), default=0)
        return self.order_by(group, rank, "number")

    def with_open_notices(self) -> Self:
        """Say of each how many messages staff have to give, as `to_tell`."""
        notices = self.model._meta.get_field("notices").related_model.objects
        open_ones = notices.for_staff().filter(registration=OuterRef("pk"))
        return self.annotate(to_tell=_number_of(open_ones, "registration"))

    def with_attendance(self) -> Self:
        """Say of each how often they came, as `came`."""
        attendances = self.model._meta.get_field("attendances").related_model.objects
        came = attendances.filter(registration=OuterRef("pk"), was_there=True)
        return self.annotate(came=_number_of(came, "registration"))

    def delete(self):
        """Erase; what was counted stays with the class (`ClassFigures`), or nothing is erased."""
        with transaction.atomic():
            gone = list(self.select_for_update(of=("self",)).only("pk", "class_page_id", "state"))
            keep_figures(gone)
            rows = self.model.objects.filter(pk__in=[registration.pk for registration in gone])
            return models.QuerySet.delete(rows)

    delete.alters_data = True
    delete.queryset_only = True

    def of(self, page) -> Self:
        """The registrations of a class, whichever of its versions is asked."""
        return self.filter(class_page__translation_key=page.translation_key)


class NoticeQuerySet(models.QuerySet):
    def lost(self) -> Self:
        """Letters that nobody has begun to send within the time that the queue takes."""
        letters = self.exclude(registration__email="")
        return letters.filter(claimed_at=None, failed_at=None, queued_at__lt=timezone.now() - LOST_AFTER)

    def for_staff(self) -> Self:
        """What staff have to tell somebody themselves, for lack of an e-mail address.

        Who is out of the class has nothing left to hear but that.
        """
        is_out = Q(registration__state=RegistrationState.CANCELLED) & ~Q(kind=NoticeKind.CANCELLED)
        return self.filter(registration__email="", sent_at=None).exclude(is_out)


class ClassMessageQuerySet(models.QuerySet):
    def expired(self) -> Self:
        """They may name people, and go when the registrations do."""
        return self.filter(pk__in=self.filter(_no_longer_kept()).values("pk"))


# Each year on another day: usually in some month, or on a lunar date.
RETURNING = Q(certainty__in=[EventCertainty.USUAL, EventCertainty.LUNAR])


class EventQuerySet(VillagePageQuerySet):
    def within(self, start: datetime, end: datetime, or_returning: bool = False) -> Self:
        """Events with a day that touch [start, end), or also those that come back each year."""
        lasts_into = Q(ends_at__gt=start) | Q(ends_at__isnull=True, starts_at__gte=start)
        found = lasts_into & Q(starts_at__lt=end)
        return self.filter(found | RETURNING if or_returning else found)

    def showing_soon(self, art_form) -> Self:
        """Events of an art form within a year, from today on; what is called off is left out."""
        today = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
        found = self.filter(art_form__translation_key=art_form.translation_key)
        return found.filter(status__in=["scheduled", "moved"]).within(today, today + timedelta(days=366))

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
