"""Stretches of days that a calendar shows, and the weeks of a month. Plain rules, no database."""

from calendar import Calendar
from datetime import date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from django.conf import settings

LOCAL_TIME = ZoneInfo(settings.TIME_ZONE)
SATURDAY, SUNDAY = 5, 6
# No village has kept a calendar before; and nobody plans further ahead.
FIRST_YEAR = 2010
YEARS_AHEAD = 3
DAYS_BACK, DAYS_AHEAD = 60, 365


class Period(NamedTuple):
    """Days, both ends included."""

    first: date
    last: date

    @property
    def start(self) -> datetime:
        return datetime.combine(self.first, datetime.min.time(), LOCAL_TIME)

    @property
    def end(self) -> datetime:
        """The first moment that no longer belongs to it."""
        return datetime.combine(self.last + timedelta(days=1), datetime.min.time(), LOCAL_TIME)

    def meets(self, first: date, last: date) -> bool:
        return first <= self.last and last >= self.first


def last_year(today: date) -> int:
    return today.year + YEARS_AHEAD


def is_within_reach(day: date, today: date) -> bool:
    return FIRST_YEAR <= day.year <= last_year(today)


def period_of(year: int, month: int | None, day: int | None, today: date) -> Period:
    """Return a year, a month or a day; raises ValueError where there is none, or it is out of reach."""
    if not FIRST_YEAR <= year <= last_year(today):
        raise ValueError(year)
    first = date(year, 1 if month is None else month, 1 if day is None else day)
    if day is not None:
        return Period(first, first)
    return Period(first, date(year, 12, 31)) if month is None else month_around(first)


def month_around(day: date) -> Period:
    return Period(day.replace(day=1), next_month(day) - timedelta(days=1))


def next_month(day: date) -> date:
    """The first day of the month after."""
    return (day.replace(day=1) + timedelta(days=31)).replace(day=1)


def previous_month(day: date) -> date:
    return (day.replace(day=1) - timedelta(days=1)).replace(day=1)


def this_week(today: date) -> Period:
    """What is left of the week, which ends on Sunday."""
    return Period(today, today + timedelta(days=SUNDAY - today.weekday()))


def this_weekend(today: date) -> Period:
    """Saturday and Sunday; on a Sunday, what is left of it."""
    days_until = max(0, SATURDAY - today.weekday())
    saturday = today + timedelta(days=days_until)
    return Period(saturday, this_week(today).last)


def around(today: date) -> Period:
    """What calendars of apps hold: back to what somebody may look up, and a year ahead."""
    return Period(today - timedelta(days=DAYS_BACK), today + timedelta(days=DAYS_AHEAD))


def weeks_of(month: Period) -> list[list[date]]:
    """The weeks that a month touches, each from Monday on."""
    return Calendar().monthdatescalendar(month.first.year, month.first.month)
