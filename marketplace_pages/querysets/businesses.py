from typing import Self

from wagtail.models import PageManager

from sites.querysets import VillagePageQuerySet


class BusinessQuerySet(VillagePageQuerySet):
    def with_publisher(self) -> Self:
        """With the picture, which the page itself shows, too."""
        return self.select_related("listing_image")

    def in_listing_order(self) -> Self:
        return self.order_by("title", "pk")


class BusinessManager(PageManager.from_queryset(BusinessQuerySet)):
    """Manager of businesses."""
