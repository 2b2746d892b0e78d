"""The questions asked of registrations, and of what people are told."""

from datetime import timedelta
from typing import Self

from django.conf import settings
from django.db import models, transaction
from django.db.models import Case, F, IntegerField, OuterRef, Q, When
from django.utils import timezone

from culture.registering.figures import keep_figures
from culture.states import NoticeKind, RegistrationState
from sites.models import QueuedLetterQuerySet, Village

from .counting import number_of


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
        return self.annotate(to_tell=number_of(open_ones, "registration"))

    def with_queue_place(self) -> Self:
        """Say of each who waits in which place, as `queue_place`; None of all others."""
        before = Q(rank__lt=OuterRef("rank")) | Q(rank=OuterRef("rank"), number__lte=OuterRef("number"))
        queue = self.model.objects.waiting().filter(before, class_page=OuterRef("class_page"))
        place = When(state=RegistrationState.WAITING, then=number_of(queue, "class_page"))
        return self.annotate(queue_place=Case(place, default=None, output_field=IntegerField()))

    def with_attendance(self) -> Self:
        """Say of each how often they came, as `came`."""
        attendances = self.model._meta.get_field("attendances").related_model.objects
        came = attendances.filter(registration=OuterRef("pk"), was_there=True)
        return self.annotate(came=number_of(came, "registration"))

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


class NoticeQuerySet(QueuedLetterQuerySet):
    def lost(self) -> Self:
        return super().lost().exclude(registration__email="")

    def for_staff(self) -> Self:
        """What staff have to tell somebody themselves: without an e-mail address, or by a letter that failed.

        Nobody knows what became of a letter that a worker claimed long ago: it has failed, too. Who is out of
        the class has nothing left to hear but that.
        """
        is_out = Q(registration__state=RegistrationState.CANCELLED) & ~Q(kind=NoticeKind.CANCELLED)
        return self.filter(Q(registration__email="") | self.has_failed(), sent_at=None).exclude(is_out)


class ClassMessageQuerySet(models.QuerySet):
    def expired(self) -> Self:
        """They may name people, and go when the registrations do."""
        return self.filter(pk__in=self.filter(_no_longer_kept()).values("pk"))


def _no_longer_kept() -> Q:
    """Condition for what hangs on a class whose term, or whose village, ended too long ago."""
    kept = timedelta(days=settings.REGISTRATION_KEPT_DAYS)
    ended = Q(class_page__term_to__lt=timezone.localdate() - kept)
    closed = Village.objects.filter(closed_at__lt=timezone.now() - kept, container__isnull=False)
    for path in closed.values_list("container__path", flat=True):
        ended |= Q(class_page__path__startswith=path)
    return ended
