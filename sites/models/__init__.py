"""The public names of this app's models; other apps import from here only."""

from .accounts import User
from .announcement_list import AnnouncementIndexPage
from .announcements import AnnouncementAttachment, AnnouncementPage, AnnouncementTag
from .base import BasePage
from .container import PortalContainerPage, VillageContainerPage
from .government import GovernmentPage, Official
from .home import VillageHomePage
from .institutions import InstitutionIndexPage, InstitutionPage, Member
from .listing import ListingPage
from .media import VillageDocument, VillageImage, VillageRendition
from .newsletter import Delivery, Frequency, Letter, SignUpTally, Subscription
from .offices import OfficeIndexPage, OfficePage
from .places import OnTheMap
from .portal import PortalHomePage
from .profile import ProfilePage
from .profile_rows import Figure, GalleryPicture
from .queued_letters import LOST_AFTER, QueuedLetter, QueuedLetterQuerySet
from .related import RelatedPage, related_pages_panel
from .settings import SiteSettings
from .sharing import PageViews, SharedPageMixin, ShareTarget, VillageSharing
from .standard import StandardPage
from .team import FormerMember, Role
from .typed_once import FollowingPage, TypedOncePage
from .village import FormerHostname, Office, Village
from .village_news import VillageNewsIndexPage
from .workflow import PeerReviewTask

__all__ = [
    "LOST_AFTER",
    "AnnouncementAttachment",
    "AnnouncementIndexPage",
    "AnnouncementPage",
    "AnnouncementTag",
    "BasePage",
    "Delivery",
    "Figure",
    "FollowingPage",
    "FormerHostname",
    "FormerMember",
    "Frequency",
    "GalleryPicture",
    "GovernmentPage",
    "InstitutionIndexPage",
    "InstitutionPage",
    "Letter",
    "ListingPage",
    "Member",
    "Office",
    "OfficeIndexPage",
    "OfficePage",
    "OnTheMap",
    "Official",
    "PageViews",
    "PeerReviewTask",
    "PortalContainerPage",
    "PortalHomePage",
    "ProfilePage",
    "QueuedLetter",
    "QueuedLetterQuerySet",
    "RelatedPage",
    "Role",
    "ShareTarget",
    "SharedPageMixin",
    "SignUpTally",
    "SiteSettings",
    "StandardPage",
    "Subscription",
    "TypedOncePage",
    "User",
    "Village",
    "VillageContainerPage",
    "VillageDocument",
    "VillageHomePage",
    "VillageImage",
    "VillageNewsIndexPage",
    "VillageRendition",
    "VillageSharing",
    "related_pages_panel",
]
