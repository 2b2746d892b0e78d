"""When an office is open: rows to print, exceptions to the week, and what holds at a given moment."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import NamedTuple
from zoneinfo import ZoneInfo

from django.utils.dates import WEEKDAYS
from django.utils.formats import time_format
from django.utils.translation import gettext as _

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DAY_CHOICES = [(day, WEEKDAYS[number]) for number, day in enumerate(DAYS)]
LOCAL_TIME = ZoneInfo("Asia/Jakarta")
SOON_DAYS = 14
# Longer than any holiday: an office that does not open within this time names no day.
LOOK_AHEAD_DAYS = 31

Span = tuple[time, time]


class OpeningRow(NamedTuple):
    days: str
    hours: str


class ExceptionalDays(NamedTuple):
    """Days, both included, with other hours than their weekdays; without any hours when closed."""

    first_day: date
    last_day: date
    spans: list[Span]
    reason: str

    @property
    def hours(self) -> str:
        return hours_text(self.spans)


class OfficeStatus(NamedTuple):
    is_open: bool
    until: time | None = None
    opens_next: datetime | None = None
    reason: str = ""

    def changes_at(self, moment: datetime) -> datetime | None:
        """When this is no longer so; None where no day is known on which it opens."""
        if self.is_open:
            return datetime.combine(moment.astimezone(LOCAL_TIME).date(), self.until, LOCAL_TIME)
        return self.opens_next


def week(stream_value: Iterable) -> list[list[Span]]:
    """Return the opening spans of Monday to Sunday, each day's in order."""
    spans: list[list[Span]] = [[] for _day in DAYS]
    for block in stream_value:
        for day in block.value["days"]:
            spans[DAYS.index(day)].append((block.value["opens"], block.value["closes"]))
    return [sorted(day_spans) for day_spans in spans]


def overlapping_day(stream_value: Iterable) -> str | None:
    """Return the name of the first day on which two spans overlap, if there is one."""
    for number, spans in enumerate(week(stream_value)):
        pairs = zip(spans, spans[1:], strict=False)
        if any(later[0] < earlier[1] for earlier, later in pairs):
            return str(WEEKDAYS[number])
    return None


def rows(stream_value: Iterable) -> list[OpeningRow]:
    """Join days in a row that have the same hours; without any hours, return nothing."""
    spans = week(stream_value)
    if not any(spans):
        return []
    return list(_joined(spans))


def exceptions(stream_value: Iterable) -> list[ExceptionalDays]:
    """Return what the editor entered about days that are not like others, the first days first."""
    found = [
        ExceptionalDays(
            block.value["first_day"],
            block.value["last_day"] or block.value["first_day"],
            [(block.value["opens"], block.value["closes"])] if block.value["opens"] else [],
            block.value["reason"],
        )
        for block in stream_value
    ]
    return sorted(found)


def upcoming(days: list[ExceptionalDays], today: date, within: int = SOON_DAYS) -> list[ExceptionalDays]:
    """Those of the exceptions that concern today or the next `within` days."""
    return [item for item in days if item.last_day >= today and item.first_day <= today + timedelta(within)]


def status(regular: list[list[Span]], days: list[ExceptionalDays], moment: datetime) -> OfficeStatus:
    """Say whether the office is open at an aware moment, until when, or when it opens next, and why not."""
    local = moment.astimezone(LOCAL_TIME)
    spans, reason = spans_on(local.date(), regular, days)
    for opens, closes in spans:
        if opens <= local.time() < closes:
            return OfficeStatus(True, until=closes, reason=reason)
    return OfficeStatus(False, opens_next=_next_opening(regular, days, local), reason=reason)


def spans_on(day: date, regular: list[list[Span]], days: list[ExceptionalDays]) -> tuple[list[Span], str]:
    """The hours of one day and, where they are not those of its weekday, the reason."""
    for item in days:
        if item.first_day <= day <= item.last_day:
            return item.spans, item.reason
    return regular[day.weekday()], ""


def _next_opening(regular: list[list[Span]], days: list[ExceptionalDays], local: datetime) -> datetime | None:
    for ahead in range(LOOK_AHEAD_DAYS):
        day = local.date() + timedelta(ahead)
        for opens, _closes in spans_on(day, regular, days)[0]:
            if ahead or opens > local.time():
                return datetime.combine(day, opens, LOCAL_TIME)
    return None


def _joined(spans: list[list[Span]]) -> Iterator[OpeningRow]:
    for day_spans, group in groupby(range(len(DAYS)), key=spans.__getitem__):
        numbers = list(group)
        yield OpeningRow(_days_text(numbers[0], numbers[-1]), hours_text(day_spans))


def _days_text(first: int, last: int) -> str:
    if first == last:
        return str(WEEKDAYS[first])
    return f"{WEEKDAYS[first]}–{WEEKDAYS[last]}"


def hours_text(spans: list[Span]) -> str:
    if not spans:
        return _("Closed")
    texts = [f"{time_format(opens)}–{time_format(closes)}" for opens, closes in spans]
    return _("%(hours)s WIB") % {"hours": ", ".join(texts)}
