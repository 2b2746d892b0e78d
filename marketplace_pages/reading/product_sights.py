"""What the page of a product prints."""

from django.http import HttpRequest

from marketplace_pages.ordering.form import OrderForm
from marketplace_pages.ordering.whatsapp import chat_url
from sites.media.renditions import pictures_in, prefetch_renditions

from . import facts
from .neighbours import neighbours_of
from .steps import related_groups


def sights_of(product, request: HttpRequest) -> dict:
    business = product.business
    gallery = product.rows("gallery", picture="image")
    near = neighbours_of(product)
    related = [page.listing_image for page in (*near.of_business, *near.alike)]
    pictures = [product.listing_image, *(row.image for row in gallery)]
    prefetch_renditions([*pictures, business.listing_image, *related, *pictures_in(product.body)])
    return {
        **related_groups(product),
        "business": business,
        "gallery": gallery,
        "facts": facts.of_product(product),
        "order_form": OrderForm(product),
        "can_chat": bool(chat_url(business.whatsapp, "")),
        "near": near,
    }
