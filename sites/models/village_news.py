from django.apps import apps
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from sites.feeds import NEWEST
from sites.frame import frame_for
from sites.identity import known_register
from sites.querysets import villages_showing

from .listing import ListingPage
from .village import Village


class VillageNewsIndexPage(ListingPage):
    """What is new in the villages, on the portal: their announcements in one list."""

    parent_page_types = ["sites.PortalHomePage"]
    subpage_types = []
    max_count_per_parent = 1
    menu_icon = "newspaper"
    has_teaser = False  # the home has a part for them

    created_with_village = True
    village_titles = {"id": "Kabar desa", "en": "Village news"}
    village_slugs = {"id": "kabar", "en": "news"}

    class Meta:
        verbose_name = _("news from the villages")
        verbose_name_plural = _("news from the villages")

    def get_listing(self, site):
        return village_news()

    def get_listing_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        listing = self.paginate(request, village_news())
        name_villages(listing, request)
        return {"listing": listing}

    def get_newest(self, request: HttpRequest):
        return newest_of_villages(request)


def newest_of_villages(request: HttpRequest) -> list:
    """The newest of all villages for a feed, where each title says whose news it is. Two queries."""
    pages = list(village_news()[:NEWEST])
    name_villages(pages, request)
    for page in pages:
        page.title = f"{page.village_name}: {page.title}"
    return pages


def village_news():
    """Current announcements of all open villages that show the active language, the newest first."""
    language = get_language()
    announcements = apps.get_model("sites", "AnnouncementPage").objects
    found = announcements.below(villages_showing(language)).in_language(language).current().public()
    return found.for_cards().newest_first()


def name_villages(announcements, request: HttpRequest) -> None:
    """Give each announcement the name and colour of its village and its full address.

    One query, or none where the register was asked for already.
    """
    pages = list(announcements)
    villages = known_register(frame_for(request).site)
    if villages is None:
        containers = {page.path[: 2 * page.steplen] for page in pages}
        villages = Village.objects.open().light().filter(container__path__in=containers)
    by_container = {village.container_path: village for village in villages}
    for page in pages:
        village = by_container[page.path[: 2 * page.steplen]]
        page.village_name, page.village_accent = village.display_name, village.accent
        page.full_address = page.get_full_url(request)
