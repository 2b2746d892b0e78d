from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from marketplace_pages.querysets import ProductDayQuerySet


class ProductDay(models.Model):
    """How often a product was looked at and taken to WhatsApp on one day. Nothing of who did it.

    `product` is the Indonesian version, for all languages. A year and a month are kept, so that the
    last twelve months can be shown in whole; older days are deleted.
    """

    kept_for_a_time = "days of products"
    KEPT = timedelta(days=400)

    owned_through = "product"
    wagtail_reference_index_ignore = True

    product = models.ForeignKey("marketplace_pages.ProductPage", models.CASCADE, related_name="days")
    day = models.DateField()
    views = models.PositiveIntegerField(default=0)
    taps = models.PositiveIntegerField(default=0)

    objects = ProductDayQuerySet.as_manager()

    class Meta:
        verbose_name = _("day of a product")
        verbose_name_plural = _("days of products")
        constraints = [models.UniqueConstraint(fields=["product", "day"], name="product_counted_once_a_day")]
        indexes = [models.Index(fields=["day"], name="product_days_age")]

    def __str__(self):
        return f"{self.product_id} {self.day}"
