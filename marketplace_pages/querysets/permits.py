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

    def of_business(self, business) -> Self:
        """Those of a business, whichever version of it is given."""
        return self.filter(business__translation_key=business.translation_key).order_by("kind", "pk")

    def of_product(self, product) -> Self:
        """Those that hold for a product, whichever version of it is given."""
        fits = Q(products__translation_key=product.translation_key) | Q(products=None)
        return self.of_business(product.business).filter(fits).distinct()
