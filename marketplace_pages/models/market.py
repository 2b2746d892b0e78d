from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from marketplace_pages.market import sights
from sites.models import ListingPage


class MarketPage(ListingPage):
    """The market of the regency: the products of all villages. It has no pages of its own."""

    parent_page_types = ["sites.PortalHomePage"]
    subpage_types = []
    max_count_per_parent = 1
    menu_icon = "shopping-bag"
    lists = "marketplace_pages.ProductPage"
    has_feed = False
    page_size = 24

    created_with_village = True
    village_order = 13
    village_titles = {"id": "Pasar", "en": "Market"}
    village_slugs = {"id": "pasar", "en": "market"}

    class Meta:
        verbose_name = _("market of the regency")
        verbose_name_plural = _("markets of the regency")

    def get_listing(self, site: Site):
        return sights.products_of(self, site)

    def get_listing_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        return sights.sights_of(self, request)
