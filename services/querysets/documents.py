from typing import Self

from django.db.models import Exists, OuterRef
from wagtail.models import PageManager

from sites.querysets import VillagePageQuerySet


class DocumentQuerySet(VillagePageQuerySet):
    def for_cards(self) -> Self:
        return super().for_cards().with_state().select_related("document")

    def with_state(self) -> Self:
        """Say of each whether another one has taken its place, as `is_replaced`."""
        newer = self.model._base_manager.filter(
            live=True, locale=OuterRef("locale"), replaces__translation_key=OuterRef("translation_key")
        )
        return self.annotate(is_replaced=Exists(newer))

    def in_listing_order(self) -> Self:
        """The newest first, as an archive is read."""
        return self.order_by("-year", "-issued_on", "title", "pk")


class DocumentManager(PageManager.from_queryset(DocumentQuerySet)):
    """Manager of public documents."""
