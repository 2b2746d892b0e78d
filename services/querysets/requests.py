from datetime import date, timedelta
from typing import Self

from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from services.choices import OPEN_STATES, RequestState
from sites.models import QueuedLetterQuerySet

# A request that nobody ever closed is erased with its village, or after this time.
LONGEST_OPEN = timedelta(days=730)


class RequestQuerySet(models.QuerySet):
    def open(self) -> Self:
        return self.filter(state__in=OPEN_STATES)

    def overdue(self, today: date | None = None) -> Self:
        """Still the office's turn, after the day on which it promised an answer."""
        waiting = self.open().exclude(state=RequestState.READY)
        return waiting.filter(due_on__lt=today or timezone.localdate())

    def published(self) -> Self:
        """What everybody may read, the newest first."""
        return self.filter(published_at__isnull=False).order_by("-published_at", "-pk")

    def in_queue_order(self) -> Self:
        """What is due first, first; what is closed comes last, the newest before the others."""
        is_open = models.Q(state__in=OPEN_STATES)
        is_closed = models.Case(models.When(is_open, then=0), default=1)
        is_due = models.Case(models.When(is_open, then="due_on"))
        return self.order_by(is_closed, is_due, "-closed_at", "pk")

    def next_after(self, request: models.Model) -> models.Model | None:
        """The one behind another in the queue that nobody has begun with; nothing where it was the last."""
        behind = Q(due_on__gt=request.due_on) | Q(due_on=request.due_on, pk__gt=request.pk)
        return self.filter(behind, state=RequestState.RECEIVED).in_queue_order().first()

    def with_open_letters(self) -> Self:
        """Say of each whether staff have something to tell on WhatsApp, as `has_to_tell`."""
        letters = self.model._meta.get_field("letters").related_model.objects
        return self.annotate(has_to_tell=Exists(letters.for_staff().filter(request=OuterRef("pk"))))

    def expired(self) -> Self:
        """Those that `delete_expired` erases: closed long enough, as was promised, or of a closed village."""
        now = timezone.now()
        over = Q(created_at__lt=now - LONGEST_OPEN)
        # SQLite multiplies no days: each time that was promised is asked for by itself, and there are few.
        for days in self.model.objects.order_by().values_list("kept_days", flat=True).distinct():
            before = now - timedelta(days=days)
            over |= Q(kept_days=days) & (Q(closed_at__lt=before) | Q(village__closed_at__lt=before))
        # By key: neither a DELETE nor a lock takes a join.
        return self.filter(pk__in=self.filter(over).values("pk"))

    def delete(self):
        """Erase them, one after the other with whoever is writing to one; what was counted stays."""
        with transaction.atomic():
            keys = list(self.select_for_update(of=("self",)).order_by("pk").values_list("pk", flat=True))
            return models.QuerySet.delete(self.model.objects.filter(pk__in=keys))

    delete.alters_data = True
    delete.queryset_only = True


class RequestLetterQuerySet(QueuedLetterQuerySet):
    def lost(self) -> Self:
        return super().lost().exclude(user=None, request__email="")

    def for_staff(self) -> Self:
        """What staff have to tell somebody themselves: nobody has an address, or the letter failed."""
        to_people = self.filter(user=None, sent_at=None)
        return to_people.filter(Q(request__email="") | self.has_failed())
