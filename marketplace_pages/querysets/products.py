from typing import Self

from django.apps import apps
from django.conf import settings
from django.db.models import Exists, OuterRef
from wagtail.models import PageManager

from sites.querysets import VillagePageQuerySet

from .gathering import gathered, rows_of_source

VARIANT = {name: name for name in ("pk", "sort_order", "name", "name_en", "price_rupiah", "is_sold_out")}


class ProductQuerySet(VillagePageQuerySet):
    def for_cards(self) -> Self:
        """Without what only the page itself prints; with the business."""
        found = self.select_related("locale", "listing_image", "category", "entry__business")
        return found.defer_streamfields().defer("entry__business__body", "entry__business__opening_hours")

    def with_publisher(self) -> Self:
        """What the page itself needs, at once: its business, category, tags and variants."""
        tags = apps.get_model("marketplace_pages", "ProductTag").objects
        related = apps.get_model("sites", "RelatedPage").objects.filter(page=OuterRef("pk"))
        found = self.select_related("listing_image", "category__parent", "entry__business")
        return found.with_variants().annotate(
            gathered_tags=gathered(
                tags.filter(content_object=OuterRef("pk")), "content_object", {"name": "tag__name"}
            ),
            has_related_pages=Exists(related),
        )

    def with_variants(self) -> Self:
        """Bring along the sizes and colours, see `ProductForReaders.variant_list`."""
        model = apps.get_model("marketplace_pages", "ProductVariant")
        rows = rows_of_source(model, page__locale__language_code=settings.LANGUAGE_CODE)
        return self.annotate(gathered_variants=gathered(rows, "page", VARIANT))

    def in_listing_order(self) -> Self:
        return self.order_by("-first_published_at", "-pk")


class ProductManager(PageManager.from_queryset(ProductQuerySet)):
    """Manager of products."""
