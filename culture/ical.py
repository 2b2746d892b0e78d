"""Calendars in the form of RFC 5545, which every calendar app reads, from entries of whatever kind.

What writes them is large, and few readers ask for one: loaded for the first one.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from django.conf import settings
from django.http import HttpResponse
from django.utils import timezone

from sites.places import Place

if TYPE_CHECKING:
    from icalendar import Event

CONTENT_TYPE = "text/calendar; charset=utf-8"
# How often apps that follow a calendar should look whether something has changed.
REFRESH_EVERY = timedelta(hours=6)


class Entry(NamedTuple):
    """Something with a beginning. Its `uid` never changes; `changed_at` grows with each change."""

    uid: str  # such as session-7@kemiren.example: the host makes it unique in the world
    title: str
    starts_at: datetime
    ends_at: datetime | None  # of one without a time of day: within its last day
    is_all_day: bool
    place: str
    pin: Place | None
    url: str
    description: str
    status: str  # CONFIRMED, CANCELLED or TENTATIVE
    changed_at: datetime
    rule: str = ""  # RRULE, without its name


def calendar(name: str, entries: Iterable[Entry], language: str) -> bytes:
    """Return the file; the same entries give the same bytes."""
    from icalendar import Calendar, Timezone, vDuration

    result = Calendar()
    result.add("prodid", f"-//Smart Kampung//{name}//{language.upper()}")
    result.add("version", "2.0")
    result.add("calscale", "GREGORIAN")
    result.add("name", name, {"language": language})
    result.add("x-wr-calname", name)
    result.add("x-wr-timezone", settings.TIME_ZONE)
    result.add("refresh-interval", vDuration(REFRESH_EVERY), {"value": "DURATION"})
    result.add("x-published-ttl", vDuration(REFRESH_EVERY))
    result.add_component(Timezone.from_tzid(settings.TIME_ZONE))
    for entry in entries:
        result.add_component(_event(entry, language))
    return result.to_ical()


def response(filename: str, name: str, entries: Iterable[Entry], language: str) -> HttpResponse:
    """Return the calendar as a file; apps that follow its address take no notice of the name."""
    return HttpResponse(
        calendar(name, entries, language),
        content_type=CONTENT_TYPE,
        headers={"Content-Disposition": f'attachment; filename="{filename}"', "Content-Language": language},
    )


def _event(entry: Entry, language: str) -> Event:
    from icalendar import Event, vRecur

    event = Event()
    event.add("uid", entry.uid)
    # Of a published calendar both say when the entry was changed; then the file is the same until the next.
    event.add("dtstamp", entry.changed_at)
    event.add("last-modified", entry.changed_at)
    event.add("sequence", int(entry.changed_at.timestamp() // 60))
    event.add("summary", entry.title, {"language": language})
    for name, moment in _span(entry).items():
        event.add(name, moment)
    if entry.rule:
        event.add("rrule", vRecur.from_ical(entry.rule))
    event.add("status", entry.status)
    # Who looks for a free hour is told of what takes place only.
    event.add("transp", "TRANSPARENT" if entry.is_all_day or entry.status == "CANCELLED" else "OPAQUE")
    for name, value in _details(entry).items():
        event.add(name, value)
    return event


def _span(entry: Entry) -> dict[str, Any]:
    begins = timezone.localtime(entry.starts_at)
    ends = timezone.localtime(entry.ends_at) if entry.ends_at else None
    if entry.is_all_day:
        # The end is the first day that no longer belongs to it.
        return {"dtstart": begins.date(), "dtend": (ends or begins).date() + timedelta(days=1)}
    return {"dtstart": begins} | ({"dtend": ends} if ends else {})


def _details(entry: Entry) -> dict[str, Any]:
    details = {"location": entry.place, "url": entry.url, "description": entry.description}
    found: dict[str, Any] = {name: value for name, value in details.items() if value}
    if entry.pin:
        found["geo"] = tuple(entry.pin)
    return found
