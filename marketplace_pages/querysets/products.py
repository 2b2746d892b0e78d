from typing import Self

from wagtail.models import PageManager

from sites.querysets import VillagePageQuerySet


class ProductQuerySet(VillagePageQuerySet):
    def for_cards(self) -> Self:
        """Without what only the page itself prints."""
        return super().for_cards().select_related("category")

    def in_listing_order(self) -> Self:
        return self.order_by("-first_published_at", "-pk")


class ProductManager(PageManager.from_queryset(ProductQuerySet)):
    """Manager of products."""
