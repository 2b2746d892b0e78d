"""What a business says to search engines: schema.org, and nothing that is not so."""

from django.http import HttpRequest

from marketplace_pages import choices
from marketplace_pages.choices import BusinessKind
from sites import opening_hours
from sites.frame import frame_for

from .facts import price_text
from .permit_data import certifications

SCHEMA = "https://schema.org/"
TYPES = {
    BusinessKind.MICRO: "Store",
    BusinessKind.INDUSTRY: "Store",
    BusinessKind.STUDIO: "Store",
    BusinessKind.ATTRACTION: "TouristAttraction",
    BusinessKind.HOMESTAY: "LodgingBusiness",
    BusinessKind.FOOD_STALL: "FoodEstablishment",
}
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def type_of(page) -> str:
    return TYPES.get(page.kind, "LocalBusiness")


def business(page, request: HttpRequest) -> dict:
    """Properties of a `LocalBusiness` of some kind, or of a `TouristAttraction`, which is a place."""
    data = {
        "telephone": str(page.whatsapp or ""),
        "address": _address(page, frame_for(request)),
        "geo": _geo(page),
        "openingHoursSpecification": list(_hours(page)),
        "amenityFeature": [_amenity(label) for label in choices.labels(choices.Facility, page.facilities)],
        "sameAs": [link.url for link in page.link_list],
        "hasCertification": certifications(page.shown_permits),
    }
    if type_of(page) != "TouristAttraction":
        data |= {
            "priceRange": price_text(page),
            "paymentAccepted": ", ".join(choices.labels(choices.Payment, page.payment_ways)),
            "foundingDate": str(page.founded_year or ""),
        }
    return {name: value for name, value in data.items() if value}


def _address(page, frame) -> dict:
    found = {"@type": "PostalAddress", "addressRegion": "Banyuwangi, Jawa Timur", "addressCountry": "ID"}
    if page.address:
        found["streetAddress"] = page.address
    if frame.village:
        found["addressLocality"] = frame.village.display_name
    return found


def _geo(page) -> dict | None:
    if not page.pin:
        return None
    latitude, longitude = page.pin
    return {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}


def _hours(page):
    for day, spans in zip(DAYS, opening_hours.week(page.opening_hours), strict=True):
        for opens, closes in spans:
            yield {
                "@type": "OpeningHoursSpecification",
                "dayOfWeek": SCHEMA + day,
                "opens": f"{opens:%H:%M}",
                "closes": f"{closes:%H:%M}",
            }


def _amenity(label: str) -> dict:
    return {"@type": "LocationFeatureSpecification", "name": label, "value": True}
