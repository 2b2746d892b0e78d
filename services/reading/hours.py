"""When a service is to be had: at its own hours, else the office's; never while that is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from services.week import own_week, week_of
from sites import opening_hours
from sites.frame import Frame
from sites.open_now import open_now
from sites.opening_hours import ExceptionalDays, OfficeStatus, OpeningRow, Span

if TYPE_CHECKING:
    from services.models import ServicePage


class Hours(NamedTuple):
    """`status` is None while the service is closed: then no hours hold."""

    rows: list[OpeningRow]
    status: OfficeStatus | None
    closed_days: list[ExceptionalDays]
    is_own: bool


def week_here(page: ServicePage, frame: Frame) -> list[list[Span]]:
    """Its hours from Monday to Sunday on a site."""
    return week_of(page, None if frame.is_portal else frame.settings)


def hours_of(page: ServicePage, frame: Frame) -> Hours | None:
    """What the page prints; None where no hours are known. No query."""
    week = week_here(page, frame)
    if not any(week):
        return None
    is_own = any(own_week(page))
    is_closed = page.state_here is not None and page.state_here.is_closed
    now = open_now(frame.request, week, frame.exceptional_days)
    rows = opening_hours.rows(page.opening_hours) if is_own else frame.opening_hours
    return Hours(rows, None if is_closed else now, frame.closed_days, is_own)
