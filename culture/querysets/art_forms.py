"""The questions asked of art forms."""

from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef
from wagtail.models import PageManager

from sites.querysets import VillagePageQuerySet


class ArtFormQuerySet(VillagePageQuerySet):
    def in_listing_order(self) -> Self:
        """What the village keeps on top, then its own, then what is at home there, then by name."""
        known = self.query.annotations
        first = [name for name in ("-pinned_here", "is_guest", "-is_at_home") if name.lstrip("-") in known]
        return self.order_by(*first, "title", "pk")

    def at_home_first(self, villages: models.QuerySet) -> Self:
        """Say of each whether it is at home in one of some villages, as `is_at_home`."""
        rows = self.model.villages.through.objects.filter(artformpage=OuterRef("pk"))
        return self.annotate(is_at_home=Exists(rows.filter(village__in=villages.values("pk"))))

    def at_home_in(self, code: str) -> Self:
        """Limit to those of a village, by its official code."""
        rows = self.model.villages.through.objects.filter(village__code=code)
        return self.filter(pk__in=rows.values("artformpage"))

    def homes(self) -> models.QuerySet:
        """Keys of the villages where they are at home, as part of a query."""
        pages = self.order_by().values("pk")
        return self.model.villages.through.objects.filter(artformpage__in=pages).values("village")


class ArtFormManager(PageManager.from_queryset(ArtFormQuerySet)):
    """Manager of art forms."""
