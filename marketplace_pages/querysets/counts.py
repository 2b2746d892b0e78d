from datetime import date
from typing import Self

from django.db import models
from django.db.models import Sum
from django.utils import timezone


class ProductDayQuerySet(models.QuerySet):
    def since(self, day: date) -> Self:
        return self.filter(day__gte=day)

    def of(self, products) -> Self:
        """Those of some products, given by their Indonesian versions."""
        return self.filter(product__in=products)

    def summed_by(self, *names: str) -> models.QuerySet:
        """The values of some fields, and the views and taps that belong to them."""
        rows = self.order_by().values_list(*names)
        return rows.annotate(all_views=Sum("views"), all_taps=Sum("taps"))

    def expired(self) -> Self:
        return self.filter(day__lt=timezone.localdate() - self.model.KEPT)
