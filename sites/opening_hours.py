"""When an office is open: rows to print, and whether it is open at a given moment."""

from collections.abc import Iterable, Iterator
from datetime import datetime, time
from itertools import groupby
from typing import NamedTuple
from zoneinfo import ZoneInfo

from django.utils.dates import WEEKDAYS
from django.utils.formats import time_format
from django.utils.translation import gettext as _

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DAY_CHOICES = [(day, WEEKDAYS[number]) for number, day in enumerate(DAYS)]
LOCAL_TIME = ZoneInfo("Asia/Jakarta")

Span = tuple[time, time]


class OpeningRow(NamedTuple):
    days: str
    hours: str


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


def is_open(stream_value: Iterable, moment: datetime) -> tuple[bool, time | None]:
    """Say whether the office is open at an aware moment, and until when."""
    local = moment.astimezone(LOCAL_TIME)
    for opens, closes in week(stream_value)[local.weekday()]:
        if opens <= local.time() < closes:
            return True, closes
    return False, None


def _joined(spans: list[list[Span]]) -> Iterator[OpeningRow]:
    for day_spans, group in groupby(range(len(DAYS)), key=spans.__getitem__):
        numbers = list(group)
        yield OpeningRow(_days_text(numbers[0], numbers[-1]), _hours_text(day_spans))


def _days_text(first: int, last: int) -> str:
    if first == last:
        return str(WEEKDAYS[first])
    return f"{WEEKDAYS[first]}–{WEEKDAYS[last]}"


def _hours_text(spans: list[Span]) -> str:
    if not spans:
        return _("Closed")
    texts = [f"{time_format(opens)}–{time_format(closes)}" for opens, closes in spans]
    return _("%(hours)s WIB") % {"hours": ", ".join(texts)}
