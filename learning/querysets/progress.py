"""The questions asked of learning codes."""

from typing import Self

from django.db import models
from django.utils import timezone


class LearningCodeQuerySet(models.QuerySet):
    def on(self, site) -> Self:
        """Codes that were made on a site."""
        return self.filter(site=site)

    def expired(self) -> Self:
        return self.filter(used_at__lt=timezone.now() - self.model.KEPT)
