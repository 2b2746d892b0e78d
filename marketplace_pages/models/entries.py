from django.db import models

from marketplace_pages.choices import Availability, BusinessKind
from marketplace_pages.querysets import EntryQuerySet


class MarketEntry(models.Model):
    """A version of a product that readers may open, as the market asks for it: one narrow row.

    Lists, facets and search read these instead of three wide tables. They are made from the pages and never
    edited; `marketplace_pages/entries/` keeps them true.
    """

    wagtail_reference_index_ignore = True

    product = models.OneToOneField(
        "marketplace_pages.ProductPage", models.CASCADE, primary_key=True, related_name="entry"
    )
    business = models.ForeignKey("marketplace_pages.BusinessPage", models.CASCADE, related_name="+")
    village = models.ForeignKey("sites.Village", models.CASCADE, related_name="+")
    language = models.CharField(max_length=5)
    category = models.ForeignKey("marketplace_pages.ProductCategory", models.CASCADE, related_name="+")
    business_kind = models.CharField(max_length=11, choices=BusinessKind)
    title = models.CharField(max_length=255)
    price_from_rupiah = models.PositiveIntegerField(null=True)
    price_to_rupiah = models.PositiveIntegerField(null=True)
    availability = models.CharField(max_length=13, choices=Availability)
    # Bits of the months in which there is some of what has a season; see choices.month_bit.
    months = models.PositiveSmallIntegerField(default=0)
    # Bits of the permits that hold for it today; see choices.PERMIT_BITS.
    permits = models.PositiveSmallIntegerField(default=0)
    published_at = models.DateTimeField()
    # When the row was made; by it the search knows that words have changed.
    kept_at = models.DateTimeField(auto_now=True)
    expires_at = models.DateTimeField(null=True)
    # Drawn once; with the day it says when the product has its turn.
    lot = models.PositiveBigIntegerField()

    objects = EntryQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["language", "village"], name="market_entry_village"),
            models.Index(fields=["business"], name="market_entry_business"),
        ]

    def __str__(self):
        return self.title
