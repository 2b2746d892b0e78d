from typing import Self

from django.apps import apps
from django.conf import settings
from django.db.models import Exists, OuterRef
from wagtail.models import PageManager

from sites.querysets import VillagePageQuerySet

from .gathering import gathered, rows_of_source

LINK = {name: name for name in ("pk", "sort_order", "channel", "url")}
UNIT = {name: name for name in ("pk", "sort_order", "name", "name_en", "about", "about_en")}


class BusinessQuerySet(VillagePageQuerySet):
    def with_publisher(self) -> Self:
        """What the page itself needs, at once: its picture, its links, and the units of a BUMDes."""
        related = apps.get_model("sites", "RelatedPage").objects.filter(page=OuterRef("pk"))
        return self.select_related("listing_image").annotate(
            gathered_links=self._typed_once("BusinessLink", LINK),
            gathered_units=self._typed_once("BusinessUnit", UNIT),
            has_related_pages=Exists(related),
        )

    @staticmethod
    def _typed_once(name: str, names: dict[str, str]):
        model = apps.get_model("marketplace_pages", name)
        return gathered(
            rows_of_source(model, page__locale__language_code=settings.LANGUAGE_CODE), "page", names
        )

    def in_listing_order(self) -> Self:
        return self.order_by("title", "pk")


class BusinessManager(PageManager.from_queryset(BusinessQuerySet)):
    """Manager of businesses."""
