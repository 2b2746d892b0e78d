"""A class for search engines: schema.org's Course with one CourseInstance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpRequest

from culture import recurrence
from culture.recurrence import DAY_CODES, Pattern
from culture.states import ClassState
from sites.discovery import owner

if TYPE_CHECKING:
    from culture.models import ClassPage

DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SCHEMA = "https://schema.org/"
FREQUENCIES = {Pattern.WEEKLY: "P1W", Pattern.FORTNIGHTLY: "P2W"}


def course(page: ClassPage, request: HttpRequest) -> dict:
    data = {
        "provider": {"@id": owner.root(request) + "#owner"},
        "inLanguage": page.language,
        "educationalLevel": page.get_level_display(),
        "hasCourseInstance": _instance(page),
        "offers": _offer(page, request),
    }
    if page.age_from or page.age_to is not None:
        last = "" if page.age_to is None else page.age_to
        data["typicalAgeRange"] = f"{page.age_from or 0}-{last}"
    return data


def _instance(page: ClassPage) -> dict:
    found = {
        "@type": "CourseInstance",
        "courseMode": "onsite",
        "inLanguage": page.language,
        "startDate": page.term_from,
        "endDate": page.term_to,
        "courseSchedule": _schedule(page),
        "eventStatus": SCHEMA + ("EventCancelled" if page.is_cancelled else "EventScheduled"),
    }
    if page.place_text:
        found["location"] = {"@type": "Place", "name": page.place_text, "address": page.place_text}
        if page.pin:
            latitude, longitude = page.pin
            found["location"]["geo"] = {
                "@type": "GeoCoordinates",
                "latitude": latitude,
                "longitude": longitude,
            }
    if page.takes_registrations:
        found["maximumAttendeeCapacity"] = page.quota
        found["remainingAttendeeCapacity"] = page.seats_left
    if page.teacher_name and page.teacher_agreed:
        found["instructor"] = {"@type": "Person", "name": page.teacher_name}
    return found


def _schedule(page: ClassPage) -> dict:
    pattern, codes = recurrence.read(page.recurrence)
    found = {
        "@type": "Schedule",
        "startDate": page.term_from,
        "endDate": page.term_to,
        "startTime": f"{page.starts_at:%H:%M}",
        "endTime": f"{page.ends_at:%H:%M}",
        "scheduleTimezone": "Asia/Jakarta",
        "repeatFrequency": FREQUENCIES.get(pattern, "P1M"),
        "byDay": [SCHEMA + DAY_NAMES[DAY_CODES.index(code)] for code in codes],
    }
    if pattern not in FREQUENCIES:
        found["byMonthWeek"] = int(pattern)
    return found


def _offer(page: ClassPage, request: HttpRequest) -> dict:
    is_full = page.state == ClassState.FULL
    return {
        "@type": "Offer",
        "category": "Paid" if page.fee_rupiah else "Free",
        "price": page.fee_rupiah,
        "priceCurrency": "IDR",
        "availability": SCHEMA + ("SoldOut" if is_full or not page.may_register else "InStock"),
        "url": request.build_absolute_uri(page.get_url(request)),
    }
