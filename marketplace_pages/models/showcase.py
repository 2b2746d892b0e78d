from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import path
from wagtail.models import Site

from marketplace_pages.market import sights
from sites.models import ListingPage


class ShowcasePage(ListingPage):
    """What a village makes and offers: its businesses stand below it, and their products below them."""

    parent_page_types = ["sites.VillageHomePage"]
    subpage_types = ["marketplace_pages.BusinessPage"]
    max_count_per_parent = 1
    menu_icon = "shopping-bag"
    lists = "marketplace_pages.ProductPage"
    has_feed = False
    page_size = 24

    created_with_village = True
    waits_for_content = True
    village_order = 13
    village_titles = {"id": "Pasar", "en": "Market"}
    village_slugs = {"id": "pasar", "en": "market"}

    class Meta:
        verbose_name = _("showcase")
        verbose_name_plural = _("showcases")

    def entries(self, site: Site):
        """Products of the village in the language of this page."""
        return self.product_type().objects.descendant_of(self)

    def get_listing(self, site: Site):
        return sights.products_of(self, site)

    def get_listing_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        return sights.sights_of(self, request)

    @path("katalog.pdf/", name="catalogue")
    def catalogue(self, request: HttpRequest) -> HttpResponse:
        """All that is made and offered here, as a file to send on."""
        # It reads the other models.
        from marketplace_pages.printing.catalogue import catalogue_response

        return catalogue_response(self, request)

    @staticmethod
    def product_type():
        from .products import ProductPage

        return ProductPage
