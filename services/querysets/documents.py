from typing import Self

from wagtail.models import PageManager

from sites.querysets import VillagePageQuerySet


class DocumentQuerySet(VillagePageQuerySet):
    def for_cards(self) -> Self:
        return super().for_cards().select_related("document")

    def in_listing_order(self) -> Self:
        """The newest first, as an archive is read."""
        return self.order_by("-year", "-issued_on", "title", "pk")


class DocumentManager(PageManager.from_queryset(DocumentQuerySet)):
    """Manager of public documents."""
