"""When a service is to be had: at its own hours, else the office's; never while that is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.utils import timezone

from sites import opening_hours
from sites.frame import Frame
from sites.opening_hours import ExceptionalDays, OfficeStatus, OpeningRow, Span

if TYPE_CHECKING:
    from services.models import ServicePage


class Hours(NamedTuple):
    """`status` is None while the service is closed: then no hours hold."""

    rows: list[OpeningRow]
    status: OfficeStatus | None
    closed_days: list[ExceptionalDays]
    is_own: bool


def week_of(page: ServicePage, frame: Frame) -> list[list[Span]]:
    """Its hours from Monday to Sunday on a site. On the portal nobody is at a counter."""
    own = opening_hours.week(page.opening_hours)
    if any(own) or frame.is_portal:
        return own
    return opening_hours.week(frame.settings.opening_hours)


def hours_of(page: ServicePage, frame: Frame) -> Hours | None:
    """What the page prints; None where no hours are known. No query."""
    week = week_of(page, frame)
    if not any(week):
        return None
    is_own = any(opening_hours.week(page.opening_hours))
    is_closed = page.state_here is not None and page.state_here.is_closed
    now = opening_hours.status(week, frame.exceptional_days, timezone.localtime())
    rows = opening_hours.rows(page.opening_hours) if is_own else frame.opening_hours
    return Hours(rows, None if is_closed else now, frame.closed_days, is_own)
