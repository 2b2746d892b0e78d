from typing import Self

from django.apps import apps
from django.db import models
from django.db.models import Q
from django.utils import timezone


class EntryQuerySet(models.QuerySet):
    def open(self) -> Self:
        """Leave out what was to be withdrawn before now, even before the clockwork has done it."""
        return self.filter(Q(expires_at=None) | Q(expires_at__gt=timezone.now()))

    def in_language(self, language_code: str) -> Self:
        return self.filter(language=language_code)

    def of_villages_showing(self, language_code: str) -> Self:
        """What stands in the market: of open villages that show the language it is written in."""
        villages = apps.get_model("sites", "Village").objects.showing(language_code)
        return self.in_language(language_code).filter(village__in=villages.order_by().values("pk"))
