from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import path

from .market_lists import MarketList


class ShowcasePage(MarketList):
    """What a village makes and offers: its businesses stand below it, and their products below them."""

    parent_page_types = ["sites.VillageHomePage"]
    subpage_types = ["marketplace_pages.BusinessPage"]
    max_count_per_parent = 1

    created_with_village = True
    waits_for_content = True
    village_order = 10
    village_titles = {"id": "Pasar", "en": "Market"}
    village_slugs = {"id": "pasar", "en": "market"}

    class Meta:
        verbose_name = _("showcase")
        verbose_name_plural = _("showcases")

    @path("katalog.pdf/", name="catalogue")
    def catalogue(self, request: HttpRequest) -> HttpResponse:
        """All that is made and offered here, as a file to send on."""
        # It reads the other models.
        from marketplace_pages.printing.catalogue import catalogue_response

        return catalogue_response(self, request)
