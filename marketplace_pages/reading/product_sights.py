"""What the page of a product prints."""

from django.http import HttpRequest

from marketplace_pages.ordering.form import OrderForm
from marketplace_pages.ordering.whatsapp import chat_url
from sites.frame import frame_for
from sites.media.renditions import pictures_in, prefetch_renditions

from . import facts
from .neighbours import neighbours_of


def step_down(product, request: HttpRequest) -> None:
    """Name the pages above a product, all of which are known by now: its business, and the menu of the site."""
    if not hasattr(product, "gathered_variants"):
        return
    frame = frame_for(request)
    showcases = [page for page in frame.sections if product.path.startswith(page.path)]
    product.trail = [frame.home, *showcases, product.business]


def sights_of(product, request: HttpRequest, context: dict) -> dict:
    business = product.business
    gallery = product.rows("gallery", picture="image")
    near = neighbours_of(product)
    related = [page.listing_image for page in (*near.of_business, *near.alike)]
    pictures = [product.listing_image, *(row.image for row in gallery)]
    prefetch_renditions([*pictures, business.listing_image, *related, *pictures_in(product.body)])
    if not getattr(product, "has_related_pages", True):
        context["related_groups"] = []
    return {
        "business": business,
        "gallery": gallery,
        "facts": facts.of_product(product),
        "order_form": OrderForm(product),
        "can_chat": bool(chat_url(business.whatsapp, "")),
        "near": near,
        "opens_basket": product.can_be_ordered,
    }
