"""What stands beside an art form: classes that teach it, events that show it, villages that keep it."""

from datetime import UTC, datetime

from django.apps import apps
from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest
from wagtail.models import Page

from culture.states import EventCertainty, EventStatus
from sites.frame import frame_for
from sites.page_cache.marks import shows_others
from sites.querysets import all_pages
from sites.related import name_places

MOST_CLASSES, MOST_EVENTS = 6, 4
# Events without a day stand last.
LATEST = datetime.max.replace(tzinfo=UTC)


def classes_and_events(page, request: HttpRequest) -> tuple[list[Page], list[Page]]:
    """Classes, those of the reader's village first, and the next events, wherever they are. One query.

    Each is asked for within the same question by its key, so that both stay short.
    """
    shows_others(request)
    scope = frame_for(request).site, page.locale.language_code
    classes, events = (apps.get_model("culture", name).objects for name in ("ClassPage", "EventPage"))
    classes = classes.shown_around(*scope).filter(locale=page.locale_id).listed().teaching(page)
    events = events.shown_around(*scope).filter(locale=page.locale_id).listed().showing_soon(page)
    classes = classes.order_by("is_elsewhere", "term_from", "title", "pk").values("pk")[:MOST_CLASSES]
    events = events.values("pk")[:MOST_EVENTS]
    found = all_pages().shown_around(*scope).filter(Q(pk__in=classes) | Q(pk__in=events))
    found = found.select_related("locale", "classpage", "eventpage__office")
    found = list(found.defer("classpage__body", "eventpage__body"))
    events = [_without_past_day(event) for event in _specific(found, "eventpage")]
    return (
        sorted(_specific(found, "classpage"), key=lambda c: (c.is_elsewhere, c.term_from, c.title)),
        sorted(events, key=lambda event: (event.starts_at or LATEST, event.title)),
    )


def _without_past_day(event):
    """What comes back each year says when it usually is once this year's day is over."""
    if event.is_over and event.certainty != EventCertainty.CONFIRMED:
        event.starts_at = event.ends_at = event.moved_from = None
        event.status, event.status_note = EventStatus.SCHEDULED, ""
    return event


def _specific(found: list[Page], name: str) -> list[Page]:
    """Those of one type, with what the question has said of them."""
    pages = []
    for page in found:
        if specific := getattr(page, name, None):
            specific.locale, specific.is_guest = page.locale, page.is_guest
            specific.is_elsewhere = page.is_elsewhere
            pages.append(specific)
    return pages


def name_places_and_homes(page, pages: list[Page], request: HttpRequest) -> list:
    """Say of each page whose it is, and return the villages where the art form is at home. One query."""
    register = apps.get_model("sites", "Village").objects.with_site()
    if getattr(request, "is_preview", False):
        # What is not saved yet is known only to the page.
        is_home = Q(pk__in=[village.pk for village in page.villages.all()])
        homes = list(register.filter(is_home))
        name_places(pages, request)
        return homes
    rows = type(page).villages.through.objects.filter(artformpage=page.pk, village=OuterRef("pk"))
    villages = name_places(pages, request, register.annotate(is_home=Exists(rows)), Q(is_home=True))
    return [village for village in villages if village.is_home]
