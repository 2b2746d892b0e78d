"""What the page of a business prints."""

from django.apps import apps
from django.core.paginator import Paginator
from django.http import HttpRequest

from marketplace_pages.choices import BusinessKind
from marketplace_pages.ordering.whatsapp import chat_url
from sites import opening_hours
from sites.media.renditions import pictures_in, prefetch_renditions
from sites.open_now import open_now

from . import facts
from .steps import related_groups

PAGE_SIZE = 24


def sights_of(page, request: HttpRequest) -> dict:
    gallery = page.rows("gallery", picture="image")
    listing = products_of(page, request)
    pictures = [page.listing_image, *(row.image for row in gallery)]
    prefetch_renditions(
        [*pictures, *pictures_in(page.body), *(product.listing_image for product in listing.object_list)]
    )
    return {
        **related_groups(page),
        "gallery": gallery,
        "listing": listing,
        "facts": facts.of_business(page),
        "hours": opening_hours.rows(page.opening_hours),
        "status": status_of(page, request),
        "can_chat": bool(chat_url(page.whatsapp, "")),
        **bumdes_of(page),
        **page.on_the_map(),
    }


def products_of(page, request: HttpRequest):
    """A part of its products as cards; each knows whether one has to choose a size or colour."""
    products = apps.get_model("marketplace_pages", "ProductPage").objects.child_of(page).live().public()
    found = products.for_cards().with_variants().order_by("title", "pk")
    part = part_of(found, request.GET.get("page"))
    for product in part.object_list:
        product.business = page
    return part


def part_of(products, number: str | None):
    """The part of a list; where all fits into one, nobody has to count it first."""
    if not number:
        first = list(products[: PAGE_SIZE + 1])
        if len(first) <= PAGE_SIZE:
            return Paginator(first, PAGE_SIZE).page(1)
    part = Paginator(products, PAGE_SIZE).get_page(number)
    part.object_list = list(part.object_list)
    return part


def status_of(page, request: HttpRequest) -> opening_hours.OfficeStatus | None:
    """Whether it is open at this moment; None where no hours are known."""
    week = opening_hours.week(page.opening_hours)
    return open_now(request, week, []) if any(week) else None


def bumdes_of(page) -> dict:
    """Units and yearly reports, which only a BUMDes has."""
    if page.kind != BusinessKind.BUMDES:
        return {}
    reports = sorted(page.rows("reports", picture="file"), key=lambda report: -report.year)
    return {"units": page.unit_list, "reports": reports}
