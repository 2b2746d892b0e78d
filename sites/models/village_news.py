from django.apps import apps
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from sites.feeds import NEWEST

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
        return village_news(Village.objects.with_site())

    def get_listing_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        register = list(Village.objects.with_site())
        listing = self.paginate(request, village_news(register))
        name_villages(listing, register, request)
        return {"listing": listing}

    def get_newest(self, request: HttpRequest):
        return newest_of_villages(request)


def newest_of_villages(request: HttpRequest) -> list:
    """The newest of all villages for a feed, where each title says whose news it is. Two queries."""
    register = list(Village.objects.with_site())
    pages = list(village_news(register)[:NEWEST])
    name_villages(pages, register, request)
    for page in pages:
        page.title = f"{page.village_name}: {page.title}"
    return pages


def village_news(register):
    """Current announcements of all open villages that show the active language, the newest first."""
    language = get_language()
    containers = [v.container_path for v in register if v.is_open and v.shows(language)]
    announcements = apps.get_model("sites", "AnnouncementPage").objects
    found = announcements.below(containers).in_language(language).current().public()
    return found.for_cards().newest_first()


def name_villages(announcements, register, request: HttpRequest) -> None:
    """Give each announcement the name and colour of its village and its full address; no query."""
    by_container = {village.container_path: village for village in register if village.is_open}
    for page in announcements:
        village = by_container[page.path[: 2 * page.steplen]]
        page.village_name, page.village_accent = village.display_name, village.accent
        page.full_address = page.get_full_url(request)
