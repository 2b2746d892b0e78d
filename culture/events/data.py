"""An event for search engines: schema.org's Event, for which a day must be known."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from django.http import HttpRequest
from django.utils import timezone

from culture.states import EventStatus
from sites.discovery import owner
from sites.frame import frame_for

if TYPE_CHECKING:
    from culture.models import EventPage

SCHEMA = "https://schema.org/"
STATUSES = {
    EventStatus.SCHEDULED: "EventScheduled",
    EventStatus.MOVED: "EventRescheduled",
    EventStatus.POSTPONED: "EventPostponed",
    EventStatus.CANCELLED: "EventCancelled",
}


def event(page: EventPage, request: HttpRequest) -> dict:
    data = {
        "startDate": _moment(page, page.starts_at),
        "eventStatus": SCHEMA + STATUSES[EventStatus(page.status)],
        "eventAttendanceMode": SCHEMA + "OfflineEventAttendanceMode",
        "location": _location(page, request),
        "organizer": _organiser(page, request),
    }
    if page.ends_at:
        data["endDate"] = _moment(page, page.ends_at)
    if page.status == EventStatus.MOVED and page.moved_from:
        data["previousStartDate"] = _moment(page, page.moved_from)
    if page.fee_rupiah is not None:
        data |= {"isAccessibleForFree": page.is_free, "offers": _offer(page, request)}
    return data


def _moment(page: EventPage, moment: datetime) -> date | str:
    local = timezone.localtime(moment)
    return local.date() if page.is_all_day else local.isoformat()


def _location(page: EventPage, request: HttpRequest) -> dict:
    village = None if page.is_guest else frame_for(request).village
    address = {
        "@type": "PostalAddress",
        "streetAddress": page.place_text,
        "addressLocality": f"{village.name}, {village.district}, Banyuwangi" if village else "Banyuwangi",
        "addressRegion": owner.PROVINCE,
        "addressCountry": owner.COUNTRY,
    }
    found = {
        "@type": "Place",
        "name": page.place_text or (village.display_name if village else owner.regency()),
        "address": {name: value for name, value in address.items() if value},
    }
    if page.pin:
        latitude, longitude = page.pin
        found["geo"] = {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}
    return found


def _organiser(page: EventPage, request: HttpRequest) -> dict:
    if not page.organiser:
        return owner.publisher(page, request)
    found = {"@type": "Organization", "name": page.organiser}
    return found | {"url": page.link} if page.link else found


def _offer(page: EventPage, request: HttpRequest) -> dict:
    return {
        "@type": "Offer",
        "price": page.fee_rupiah,
        "priceCurrency": "IDR",
        "url": page.link or request.build_absolute_uri(page.get_url(request)),
    }
