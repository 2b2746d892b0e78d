from datetime import timedelta
from typing import Self

from django.db import models
from django.utils import timezone

# Longer than one request may take.
LONGEST_WRITING = timedelta(minutes=3)


class ImportQuerySet(models.QuerySet):
    def expired(self) -> Self:
        return self.filter(made_at__lt=timezone.now() - self.model.KEPT)

    def of(self, user) -> Self:
        """Those that somebody has made and may still use."""
        return self.filter(made_by=user, made_at__gte=timezone.now() - self.model.KEPT).order_by("-pk")

    def being_written(self, village) -> Self:
        since = timezone.now() - LONGEST_WRITING
        return self.filter(village=village, writing_since__gte=since)
