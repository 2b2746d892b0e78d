from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone


class EntryQuerySet(models.QuerySet):
    def open(self) -> Self:
        """Leave out what was to be withdrawn before now, even before the clockwork has done it."""
        return self.filter(Q(expires_at=None) | Q(expires_at__gt=timezone.now()))

    def in_language(self, language_code: str) -> Self:
        return self.filter(language=language_code)
