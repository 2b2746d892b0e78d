"""The list of courses, narrowed to what a reader asks for."""

from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.translation import ngettext

from sites.frame import frame_for
from sites.related import name_places

from . import filters


def sights_of(index, request: HttpRequest) -> dict:
    """Context of a list of courses."""
    site, url, own = frame_for(request).site, index.get_url(request), index.locale.language_code
    pages, chosen = index.entries(site).listed(), filters.read(request.GET)
    found = pages.filter(filters.narrowed(chosen, own))
    listing = index.paginate(request, found.for_cards().in_listing_order())
    name_places(listing.object_list, request)
    options = filters.options(pages, chosen, own)
    active = chips(chosen, url)
    return {
        "listing": listing,
        "groups": groups(options, listing.paginator.count),
        "filters": active,
        "found_text": found_text(listing.paginator.count),
        "list_url": url,
        "title_details": [chip["label"] for chip in active],
    }


def found_text(number: int) -> str:
    return ngettext("%(number)s course", "%(number)s courses", number) % {"number": number}


def groups(options: dict[str, list], shown: int) -> list[dict]:
    """The filters that part the courses shown, or that somebody has used."""
    return [
        {"label": one.label, "name": one.name, "is_multiple": True, "options": options[one.name]}
        for one in filters.FILTERS
        if any(option.is_chosen or option.count != shown for option in options[one.name])
    ]


def chips(chosen: filters.Chosen, url: str) -> list[dict]:
    """Each choice with the address of the list without it."""
    return [
        {"label": str(dict(one.choices)[value]), "url": address_without(chosen, one.name, value, url)}
        for one in filters.FILTERS
        for value in chosen[one.name]
    ]


def address_without(chosen: filters.Chosen, name: str, value: str, url: str) -> str:
    left = {key: [one for one in values if (key, one) != (name, value)] for key, values in chosen.items()}
    query = urlencode(left, doseq=True)
    return f"{url}?{query}" if query else url
