from django.http import HttpRequest, HttpResponse
from wagtail.contrib.routable_page.models import path
from wagtail.models import Site

from marketplace_pages.addresses import BUSINESSES, TOURISM
from marketplace_pages.market import business_list, sights, sitemap
from marketplace_pages.market.asked import PARAMETERS
from marketplace_pages.market.cards import FirstProducts
from marketplace_pages.market.parts import BusinessList
from sites.models import ListingPage


class MarketList(ListingPage):
    """Products in their turns, and below the same address the businesses that make and offer them."""

    parameters = ListingPage.parameters | PARAMETERS
    menu_icon = "shopping-bag"
    lists = "marketplace_pages.ProductPage"
    has_feed = False
    page_size = 12
    is_remembered = False  # it hands on questions, not answers

    class Meta:
        abstract = True

    def get_listing(self, site: Site):
        """The first ones, for homes."""
        return sights.products_of(self, site, FirstProducts)

    def get_listing_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        part = self.part_asked_for(request)
        return business_list.sights_of(part, request) if part else sights.sights_of(self, request)

    def part_asked_for(self, request: HttpRequest) -> BusinessList | None:
        """The list of businesses at the address asked for; None for the products."""
        match = getattr(request, "routable_resolver_match", None)
        name = match.url_name if match else ""
        return BusinessList(self, name) if name in (BUSINESSES, TOURISM) else None

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict]:
        return super().get_sitemap_urls(request) + sitemap.parts(self, request)

    @path(f"{BUSINESSES}/", name=BUSINESSES)
    def businesses(self, request: HttpRequest) -> HttpResponse:
        return self.render(request, template="marketplace_pages/business_list.html")

    @path(f"{TOURISM}/", name=TOURISM)
    def tourism(self, request: HttpRequest) -> HttpResponse:
        return self.render(request, template="marketplace_pages/business_list.html")
