"""What the lists of businesses print: those that fit, their kinds, and where they lie."""

from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import urlencode

from django.apps import apps
from django.db.models import Count, QuerySet
from django.http import HttpRequest, QueryDict
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from wagtail.models import Page

from marketplace_pages.choices import BusinessKind, Facility, labels
from marketplace_pages.reading.facts import price_text
from sites import opening_hours
from sites.frame import frame_for
from sites.search import clean_query

from . import pins
from .parts import BusinessList, part_context, parts_of
from .scopes import Scope

LEFT_OUT = ("body", "how_to_get_there")
FACILITIES_SHOWN = 4


class Wanted(NamedTuple):
    words: str
    kind: str

    @classmethod
    def read(cls, query: QueryDict, kinds: Sequence[BusinessKind]):
        kind = query.get("kind", "")
        return cls(clean_query(query.get("q", "")), kind if kind in kinds else "")


def sights_of(part: BusinessList, request: HttpRequest) -> dict:
    """Context of a list of businesses. Six queries at most, whatever there is."""
    frame = frame_for(request)
    scope, wanted = Scope.of(part.whole, frame.site), Wanted.read(request.GET, part.kinds)
    everything = scope.businesses().filter(kind__in=part.kinds)
    found = everything.filter(title__icontains=wanted.words) if wanted.words else everything
    numbers = dict(found.order_by().values_list("kind").annotate(number=Count("pk")))
    shown = found.filter(kind=wanted.kind) if wanted.kind else found
    listing = part.whole.paginate(request, for_list(shown))
    describe(listing.object_list, scope)
    url = part.get_url(request)
    number = numbers.get(wanted.kind, 0) if wanted.kind else sum(numbers.values())
    return part_context(part, request) | {
        "listing": listing,
        "kinds": kinds(part, wanted, numbers, url),
        "query": wanted.words,
        "kept": [("kind", wanted.kind)] if wanted.kind else [],
        "found_text": found_text(number),
        "map": pins.drawn(listing.object_list, scope),
        "list_url": url,
        "market_url": part.whole.get_url(request),
        "parts": parts_of(part.whole),
        "title_details": [BusinessKind(wanted.kind).label] if wanted.kind else [],
        "is_narrowed": bool(wanted.words or wanted.kind),
    }


def found_text(number: int) -> str:
    return ngettext("%(number)s business", "%(number)s businesses", number) % {"number": number}


def for_list(businesses: QuerySet) -> QuerySet:
    """By name, with what their cards print; hours of today are among it."""
    return businesses.select_related("locale", "listing_image").defer(*LEFT_OUT).in_listing_order()


def kinds(part: BusinessList, wanted: Wanted, numbers: dict[str, int], url: str) -> list[dict]:
    """All kinds, then each that finds something or is chosen, with its address."""

    def address(kind: str) -> str:
        query = urlencode([(name, value) for name, value in (("q", wanted.words), ("kind", kind)) if value])
        return f"{url}?{query}" if query else url

    whole = {"label": gettext("All"), "number": sum(numbers.values()), "url": address("")}
    found = [
        {
            "label": kind.label,
            "number": numbers.get(kind, 0),
            "url": address(kind),
            "current": kind == wanted.kind,
        }
        for kind in part.kinds
        if numbers.get(kind) or kind == wanted.kind
    ]
    return [whole | {"current": not wanted.kind}, *found]


def describe(pages: Sequence, scope: Scope) -> None:
    """Number businesses, and say what their cards print. One query in the market for the villages."""
    today = timezone.localdate().weekday()
    villages = _villages(pages) if scope.is_market else {}
    for number, page in enumerate(pages, start=1):
        page.number = number
        village = villages.get(page.path[: 2 * Page.steplen])
        page.village_name, page.accent = (village.display_name, village.accent) if village else ("", "")
        page.hours_today = _hours(page, today) if page.is_tourism else ""
        page.price_text = price_text(page) if page.is_tourism else ""
        page.facility_names = labels(Facility, page.facilities)[:FACILITIES_SHOWN]


def _villages(pages: Sequence) -> dict:
    containers = {page.path[: 2 * Page.steplen] for page in pages}
    found = apps.get_model("sites", "Village").objects.with_site().filter(container__path__in=containers)
    return {village.container_path: village for village in found}


def _hours(page, day: int) -> str:
    """When it is open today; empty where it has no hours."""
    week = opening_hours.week(page.opening_hours)
    if not any(week):
        return ""
    return gettext("Today: %(hours)s") % {"hours": opening_hours.hours_text(week[day])}
