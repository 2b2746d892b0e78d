"""A service for search engines: schema.org's GovernmentService; a guide: HowTo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext

from sites.discovery import hours_data, owner
from sites.frame import Frame, frame_for

from .hours import week_here
from .sights import ask_of

if TYPE_CHECKING:
    from services.models import GuidePage, ServicePage


def government_service(page: ServicePage, request: HttpRequest) -> dict:
    frame = frame_for(request)
    is_here = frame.village is not None
    data = {
        "serviceType": page.get_category_display(),
        "provider": {"@id": owner.root(request) + "#owner"} if is_here else owner.publisher(page, request),
        "areaServed": {"@type": "AdministrativeArea", "name": frame.name if is_here else owner.regency()},
        "audience": {"@type": "Audience", "audienceType": page.who} if page.who else None,
        "offers": _offer(page),
        "hoursAvailable": _hours(page, frame),
        "availableChannel": _channels(page, frame, request),
    }
    return {name: value for name, value in data.items() if value}


def _offer(page: ServicePage) -> dict | None:
    if page.fee_rupiah is None:
        return None
    return {"@type": "Offer", "price": page.fee_rupiah, "priceCurrency": "IDR"}


def _hours(page: ServicePage, frame: Frame) -> list[dict]:
    """The hours that the page prints; what closes the office or the service closes it here, too."""
    week, today = week_here(page, frame), timezone.localdate()
    if not any(week):
        return []
    found = [*hours_data.usual(week), *hours_data.special(frame.exceptional_days, today)]
    if page.state_here and page.state_here.is_closed:
        found.append(hours_data.closed(today, page.state_here.until))
    return found


def _channels(page: ServicePage, frame: Frame, request: HttpRequest) -> list[dict]:
    """At the office, and by the form where people may ask from home."""
    if frame.village is None:
        return []
    office = {"@type": "GovernmentOffice", "name": gettext("Office of %(owner)s") % {"owner": frame.name}}
    found = [{"@type": "ServiceChannel", "serviceLocation": office, "availableLanguage": "id"}]
    if ask := ask_of(page):
        address = request.build_absolute_uri(ask.url)
        found.append({"@type": "ServiceChannel", "serviceUrl": address, "availableLanguage": ["id", "en"]})
    return found


def how_to(page: GuidePage, request: HttpRequest) -> dict:
    steps = [
        {"@type": "HowToStep", "position": number, "name": block.value["title"], "text": block.value["text"]}
        for number, block in enumerate(page.steps, start=1)
    ]
    return {"step": [{name: value for name, value in step.items() if value} for step in steps]}
