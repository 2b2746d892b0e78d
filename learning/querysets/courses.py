"""The questions asked of courses."""

from typing import Self

from wagtail.models import PageManager

from sites.querysets import VillagePageQuerySet


class CourseQuerySet(VillagePageQuerySet):
    def for_cards(self) -> Self:
        """Without what only the page itself prints: all lessons and questions."""
        return super().for_cards().defer("lessons", "questions", "sources", "outcomes")

    def in_listing_order(self) -> Self:
        """What the village keeps on top, then its own, then by name."""
        known = self.query.annotations
        first = [name for name in ("-pinned_here", "is_guest") if name.lstrip("-") in known]
        return self.order_by(*first, "title", "pk")


class CourseManager(PageManager.from_queryset(CourseQuerySet)):
    """Manager of courses."""
