from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone


class PermitQuerySet(models.QuerySet):
    def shown(self, today: date | None = None) -> Self:
        """Those that readers see: with a number, valid, and checked by the village."""
        today = today or timezone.localdate()
        valid = Q(valid_until=None) | Q(valid_until__gte=today)
        return self.filter(valid, verified_at__isnull=False).exclude(number="")

    def of_product(self, source) -> Self:
        """Those that hold for a product, given by its Indonesian version."""
        return self.filter(Q(products=source) | Q(products=None), business__in=[source.business.pk])
