"""What a list of services prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.http import HttpRequest
from django.utils.translation import gettext, ngettext

from services.choices import Category, LifeEvent
from sites.frame import Frame, frame_for

from .catalogue import AS_TYPED, CATEGORY, EVENT, Catalogue, catalogue, groups
from .sights import attendants

if TYPE_CHECKING:
    from services.models import ServiceIndexPage


class Nothing(NamedTuple):
    """Parameters of components/empty_state.html."""

    title: str
    text: str
    url: str
    label: str


def sights_of(index: ServiceIndexPage, request: HttpRequest) -> dict:
    frame, url = frame_for(request), index.get_url(request)
    found = catalogue(index, frame.site, request.GET)
    listing = index.paginate(request, found.services)
    filters = chosen(found, url)
    return {
        "found": found.found,
        "listing": listing,
        "groups": list(groups(listing.object_list)),
        "guides": found.guides,
        "events": found.events(url),
        "categories": found.categories(url),
        "all_url": found.asked.address(url, **{CATEGORY: ""}),
        "all_are_shown": not found.asked.category,
        "filters": filters,
        "found_text": number_text(len(found.services), found.total),
        "list_url": url,
        "kept": [(EVENT, found.asked.event), (CATEGORY, found.asked.category)],
        "corrected_url": f"{found.asked.address(url)}&{AS_TYPED}=1" if found.found.corrected else "",
        "suggested_url": found.asked.address(url, q=found.found.suggestion) if found.found.suggestion else "",
        "empty": None if found.services or found.guides else nothing(found, url, frame),
        "at_counter": [] if found.is_narrowed else attendants(frame),
        "title_details": [one["label"] for one in filters],
        "is_narrowed": found.is_narrowed,
    }


def chosen(found: Catalogue, url: str) -> list[dict]:
    """What narrows the list, each with the address without it."""
    asked, active = found.asked, []
    if asked.event:
        active.append({"label": LifeEvent(asked.event).label, "url": asked.address(url, **{EVENT: ""})})
    if asked.category:
        active.append({"label": Category(asked.category).label, "url": asked.address(url, **{CATEGORY: ""})})
    return active


def number_text(number: int, total: int) -> str:
    """Such as "3 of 25 services"."""
    if number == total:
        return ngettext("%(number)d service", "%(number)d services", total) % {"number": total}
    words = ngettext("%(number)d of %(total)d service", "%(number)d of %(total)d services", total)
    return words % {"number": number, "total": total}


def nothing(found: Catalogue, url: str, frame: Frame) -> Nothing:
    """Why there is nothing, and the way on."""
    if found.found.query and not found.fitting:
        title = gettext("Nothing found for “%(words)s”") % {"words": found.found.query}
        text = gettext("Try another word: the name of the letter, or what you need it for.")
        return Nothing(title, text, url, gettext("See all services"))
    if found.is_narrowed:
        title, text = gettext("No service fits all of this"), gettext("Take one of your choices away.")
        return Nothing(title, text, url, gettext("See all services"))
    text = gettext("What the office does for you, what to bring and what it costs will stand here.")
    return Nothing(gettext("No services yet"), text, frame.home_url, gettext("Back to the home page"))
