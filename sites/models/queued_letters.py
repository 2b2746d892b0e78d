"""A letter that is to be sent once, whatever becomes of workers and mail servers meanwhile."""

from datetime import timedelta
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

# A task may be lost with its worker; after this time its letter is queued once more.
LOST_AFTER = timedelta(minutes=10)


class QueuedLetterQuerySet(models.QuerySet):
    def lost(self) -> Self:
        """Letters that nobody has begun to send within the time that the queue takes."""
        return self.not_begun().filter(failed_at=None, queued_at__lt=timezone.now() - LOST_AFTER)

    def not_begun(self) -> Self:
        """What neither staff nor a worker has begun to tell: a newer decision may take its place."""
        return self.filter(claimed_at=None, sent_at=None)

    @staticmethod
    def has_failed() -> Q:
        """Condition for letters of which nobody can say that they arrived."""
        return Q(failed_at__isnull=False) | Q(claimed_at__lt=timezone.now() - LOST_AFTER)


class QueuedLetter(models.Model):
    """What the queue sends; sites/queued_letters.py does it, each app says what stands in its letters."""

    created_at = models.DateTimeField(default=timezone.now)
    # Put into the queue last; found there much later, it was lost or put off, and is queued once more.
    queued_at = models.DateTimeField(default=timezone.now, db_index=True)
    # Claimed right before it is handed over: found like that later on, nobody knows whether it arrived.
    claimed_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    failed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True
