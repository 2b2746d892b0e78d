"""By when the office has promised to answer: working days are those on which it is open."""

from datetime import date, timedelta

from sites import opening_hours
from sites.models import SiteSettings

# An office that has not said when it is open works as offices do.
USUAL_WEEK = range(5)
LONGEST = 400


def is_working_day(settings: SiteSettings, day: date) -> bool:
    regular = opening_hours.week(settings.opening_hours)
    if not any(regular):
        return day.weekday() in USUAL_WEEK
    exceptions = opening_hours.exceptions(settings.opening_exceptions)
    return bool(opening_hours.spans_on(day, regular, exceptions)[0])


def due_day(settings: SiteSettings, start: date, working_days: int) -> date:
    """The last of so many working days after a day; where the office is hardly ever open, within a year."""
    day, left = start, working_days
    for _step in range(LONGEST):
        day += timedelta(1)
        left -= is_working_day(settings, day)
        if not left:
            break
    return day
