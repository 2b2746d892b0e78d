"""What a product says to search engines: schema.org, and nothing that is not so."""

from django.http import HttpRequest

from marketplace_pages import availability
from marketplace_pages.choices import Availability

from .permit_data import certifications

SCHEMA = "https://schema.org/"
STATES = {
    Availability.READY: "InStock",
    Availability.MADE_TO_ORDER: "MadeToOrder",
    Availability.SEASONAL: "InStock",
}


def product(page, request: HttpRequest) -> dict:
    """Properties of a `Product` with its `Offer`, or an `AggregateOffer` where the price differs."""
    weight = {"@type": "QuantitativeValue", "value": page.weight_grams, "unitCode": "GRM"}
    data = {
        "category": page.category.display_name,
        "material": page.materials,
        "weight": weight if page.weight_grams else None,
        "keywords": ", ".join(page.tag_list),
        "hasCertification": certifications(page.shown_permits),
        "offers": _offer(page, request),
    }
    return {name: value for name, value in data.items() if value}


def _offer(page, request: HttpRequest) -> dict:
    offer = {
        "availability": SCHEMA + _state(page),
        "url": request.build_absolute_uri(page.get_url(request)),
        "seller": {
            "@type": page.business.schema_type,
            "name": page.business.title,
            "url": request.build_absolute_uri(page.business.get_url(request)),
        },
    }
    if page.minimum_order > 1:
        least = {"@type": "QuantitativeValue", "minValue": page.minimum_order}
        offer["eligibleQuantity"] = least
    if page.lowest_and_highest is None:
        return {"@type": "Offer", **offer}
    lowest, highest = page.lowest_and_highest
    if lowest == highest:
        return {"@type": "Offer", "price": lowest, "priceCurrency": "IDR", **offer}
    prices = {"lowPrice": lowest, "highPrice": highest, "priceCurrency": "IDR"}
    return {"@type": "AggregateOffer", **prices, "offerCount": max(1, len(page.variant_list)), **offer}


def _state(page) -> str:
    if availability.is_out_of_season(page):
        return "OutOfStock"
    return STATES.get(page.availability, "SoldOut") if page.can_be_ordered else "SoldOut"
