"""The public names of this app's models; other apps import from here only."""

from .accounts import User
from .announcements import AnnouncementAttachment, AnnouncementIndexPage, AnnouncementPage, AnnouncementTag
from .base import BasePage, ListingPage
from .container import PortalContainerPage, VillageContainerPage
from .home import VillageHomePage
from .media import VillageDocument, VillageImage, VillageRendition
from .portal import PortalHomePage
from .settings import SiteSettings
from .standard import StandardPage
from .village import FormerHostname, Office, Village
from .village_news import VillageNewsIndexPage
from .workflow import PeerReviewTask

__all__ = [
    "AnnouncementAttachment",
    "AnnouncementIndexPage",
    "AnnouncementPage",
    "AnnouncementTag",
    "BasePage",
    "FormerHostname",
    "ListingPage",
    "Office",
    "PeerReviewTask",
    "PortalContainerPage",
    "PortalHomePage",
    "SiteSettings",
    "StandardPage",
    "User",
    "Village",
    "VillageContainerPage",
    "VillageDocument",
    "VillageHomePage",
    "VillageImage",
    "VillageNewsIndexPage",
    "VillageRendition",
]
