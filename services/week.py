"""The usual week of a service: its own hours, else the office's; `opening_hours.spans_on` tells one day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sites import opening_hours
from sites.opening_hours import Span

if TYPE_CHECKING:
    from services.models import ServicePage
    from sites.models import SiteSettings


def own_week(service: ServicePage | None) -> list[list[Span]]:
    """From Monday to Sunday; all days empty where it has no hours of its own."""
    return opening_hours.week(service.opening_hours if service else ())


def week_of(service: ServicePage | None, office: SiteSettings | None) -> list[list[Span]]:
    """On the portal there is no office: nobody is at a counter but when the service says so itself."""
    own = own_week(service)
    return own if any(own) or office is None else opening_hours.week(office.opening_hours)
