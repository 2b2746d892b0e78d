"""What the pages of the market print."""

from django.apps import apps
from django.http import HttpRequest
from wagtail.models import Site

from sites.frame import frame_for
from sites.identity import village_of


def products_of(index, site: Site):
    """Products to list, for the part of a home that shows some."""
    entries = apps.get_model("marketplace_pages", "MarketEntry").objects.open()
    entries = entries.in_language(index.locale.language_code)
    if village := village_of(site):
        entries = entries.filter(village=village)
    products = apps.get_model("marketplace_pages", "ProductPage").objects
    return products.filter(pk__in=entries.values("pk")).for_cards().in_listing_order()


def sights_of(index, request: HttpRequest) -> dict:
    """Context of a showcase and of the market."""
    return {"listing": index.paginate(request, products_of(index, frame_for(request).site))}
