"""When an office or a service is open, as schema.org says it: the usual week, and other days."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, time

from sites.opening_hours import DAYS, ExceptionalDays, Span

# Opening and closing at once is how schema.org says closed.
CLOSED: Span = (time(0), time(0))


def usual(week: list[list[Span]]) -> list[dict]:
    """Days with the same hours together; a break at noon makes two entries."""
    days_by_span = defaultdict(list)
    for day, spans in zip(DAYS, week, strict=True):
        for span in spans:
            days_by_span[span].append(f"https://schema.org/{day.capitalize()}")
    return [_entry(span, dayOfWeek=days) for span, days in days_by_span.items()]


def special(days: Iterable[ExceptionalDays], today: date) -> list[dict]:
    """Days from today on with other hours, or with none."""
    return [
        _entry(span, validFrom=item.first_day, validThrough=item.last_day)
        for item in days
        if item.last_day >= today
        for span in item.spans or [CLOSED]
    ]


def closed(first_day: date, last_day: date | None) -> dict:
    """That nothing is open from one day to another; without a last day, until further notice."""
    days = {"validFrom": first_day} | ({"validThrough": last_day} if last_day else {})
    return _entry(CLOSED, **days)


def _entry(span: Span, **days) -> dict:
    opens, closes = span
    data = {"@type": "OpeningHoursSpecification", **days}
    return data | {"opens": f"{opens:%H:%M}", "closes": f"{closes:%H:%M}"}
