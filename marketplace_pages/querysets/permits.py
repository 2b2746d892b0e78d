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

    def of_business(self, business) -> Self:
        """Those of a business, whichever version of it is given."""
        return self.filter(business__translation_key=business.translation_key).order_by("kind", "pk")

    def of_product(self, product) -> Self:
        """Those that hold for a product, whichever version of it is given."""
        fits = Q(products__translation_key=product.translation_key) | Q(products=None)
        return self.of_business(product.business).filter(fits).distinct()

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
