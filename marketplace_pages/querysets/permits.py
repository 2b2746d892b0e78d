from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from marketplace_pages.choices import PERMIT_WARNING


class PermitQuerySet(models.QuerySet):
    def shown(self, today: date | None = None) -> Self:
        """Those that readers see: with a number, valid, and checked by the village."""
        return self.still_valid(today).filter(verified_at__isnull=False).exclude(number="")

    def of_product(self, source) -> Self:
        """Those that hold for a product, given by its Indonesian version."""
        return self.filter(Q(products=source) | Q(products=None), business__in=[source.business.pk])

    def still_valid(self, today: date | None = None) -> Self:
        today = today or timezone.localdate()
        return self.filter(Q(valid_until=None) | Q(valid_until__gte=today))

    def run_out(self, today: date | None = None) -> Self:
        return self.filter(valid_until__lt=today or timezone.localdate())

    def unchecked(self, today: date | None = None) -> Self:
        """Still valid, but nothing that readers see: nobody has checked it, or it has no number."""
        return self.still_valid(today).filter(Q(verified_at=None) | Q(number=""))

    def running_out(self, today: date | None = None) -> Self:
        """Valid today, and not any more in a while."""
        today = today or timezone.localdate()
        return self.filter(valid_until__gte=today, valid_until__lte=today + PERMIT_WARNING)

    def to_warn_of(self, today: date | None = None) -> Self:
        """Those whose village has not been told yet; a new date begins anew."""
        return self.running_out(today).exclude(warned_for=F("valid_until"))
