"""The questions asked of rows that are typed on an Indonesian page: officials, members, figures, pictures."""

from typing import Self

from django.db import models
from django.db.models import (
    Q,
)
from django.utils import timezone
from wagtail.models import Site

from sites.media.renditions import renditions_of


class PageRowQuerySet(models.QuerySet):
    """Rows that are typed on an Indonesian page: officials, members, figures, pictures."""

    def of_site(self, site: Site) -> Self:
        """Rows of the site's live page right below its Indonesian home."""
        home = site.root_page
        pages = self.model._meta.get_field("page").related_model.objects
        return self.filter(page__in=pages.live().public().child_of(home).values("pk"))


class RoleHolderQuerySet(PageRowQuerySet):
    def in_office(self) -> Self:
        """Those whose term has begun and not ended; who has no term typed is in office."""
        today = timezone.localdate()
        begun = Q(term_from__isnull=True) | Q(term_from__lte=today)
        return self.filter(begun, Q(term_until__isnull=True) | Q(term_until__gte=today))

    def for_cards(self) -> Self:
        """Fetch what a card prints: two queries, however many people."""
        return self.select_related("photo").prefetch_related(renditions_of("photo"))


class OfficialQuerySet(RoleHolderQuerySet):
    def leading(self, site: Site) -> Self:
        """Officials of a site in office, head and secretary first, ready for cards."""
        return self.of_site(site).in_office().for_cards().order_by("place", "sort_order", "pk")
