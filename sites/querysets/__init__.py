"""The questions asked of villages, pages and rows, each under one chainable name."""

from .announcements import AnnouncementManager, AnnouncementQuerySet, urgent_first
from .pages import BasePageManager, VillagePageQuerySet, all_pages, is_live
from .rows import OfficialQuerySet, PageRowQuerySet, RoleHolderQuerySet
from .sharing import PageViewsQuerySet, VillageSharingQuerySet
from .tree import HOME_DEPTH, LARGEST_KEY, OFFICE_DEPTH, below_any, one_of, restriction_above, village_scope
from .villages import OfficeQuerySet, VillageQuerySet, villages_showing

__all__ = [
    "HOME_DEPTH",
    "LARGEST_KEY",
    "OFFICE_DEPTH",
    "AnnouncementManager",
    "AnnouncementQuerySet",
    "BasePageManager",
    "OfficeQuerySet",
    "OfficialQuerySet",
    "PageRowQuerySet",
    "PageViewsQuerySet",
    "RoleHolderQuerySet",
    "VillagePageQuerySet",
    "VillageQuerySet",
    "VillageSharingQuerySet",
    "all_pages",
    "below_any",
    "is_live",
    "one_of",
    "restriction_above",
    "urgent_first",
    "village_scope",
    "villages_showing",
]
