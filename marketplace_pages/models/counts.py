from django.db import models
from django.utils.translation import gettext_lazy as _


class ProductDay(models.Model):
    """How often a product was looked at and taken to WhatsApp on one day. Nothing of who did it.

    `product` is the Indonesian version, for all languages.
    """

    owned_through = "product"
    wagtail_reference_index_ignore = True

    product = models.ForeignKey("marketplace_pages.ProductPage", models.CASCADE, related_name="days")
    day = models.DateField()
    views = models.PositiveIntegerField(default=0)
    taps = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("day of a product")
        verbose_name_plural = _("days of products")
        constraints = [models.UniqueConstraint(fields=["product", "day"], name="product_counted_once_a_day")]

    def __str__(self):
        return f"{self.product_id} {self.day}"
