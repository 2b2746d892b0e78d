from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from sites.models import ListingPage


class ServiceIndexPage(ListingPage):
    """What the office of a village does for people; on the portal, what every village does.

    A village lists the regency's services until it takes one over and writes its own.
    """

    parameters = ListingPage.parameters | {"q", "exact", "event", "category"}
    parent_page_types = ["sites.VillageHomePage", "sites.PortalHomePage", "sites.OfficePage"]
    subpage_types = ["services.ServicePage", "services.GuidePage"]
    max_count_per_parent = 1
    menu_icon = "file-text"
    lists = "services.ServicePage"
    also_lists = ("services.GuidePage",)
    has_feed = False
    has_portal_teaser = False  # who needs a letter looks for the village: hours and counter are there
    page_size = 60  # nobody looks for a service on a second page

    created_with_village = True
    village_order = 8
    village_titles = {"id": "Layanan", "en": "Services"}
    village_slugs = {"id": "layanan", "en": "services"}

    class Meta:
        verbose_name = _("list of services")
        verbose_name_plural = _("lists of services")

    def get_listing(self, site):
        """What other pages show of it: a few."""
        return self.entries(site).listed().for_cards().for_home()

    def get_listing_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        # It reads the other models.
        from services.reading.list_sights import sights_of

        return sights_of(self, request)
