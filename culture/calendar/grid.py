"""A month as a table of weeks, from Monday on, with the first few names of each day."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from typing import NamedTuple

from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR

from .gathering import Slot
from .happenings import Happening
from .periods import Period, weeks_of

NAMES_IN_DAY = 3


class Day(NamedTuple):
    day: date
    number: int  # of its entries
    names: list[Happening]  # the first of them
    is_in_month: bool
    is_today: bool

    @property
    def further(self) -> int:
        return self.number - len(self.names)


class Grid(NamedTuple):
    weekdays: list[tuple[str, str]]  # names, and in short
    weeks: list[list[Day]]


def shown_in(by_day: dict[date, list[Slot]]) -> set[Slot]:
    """Those whose names stand in the table."""
    return {slot for found in by_day.values() for slot in found[:NAMES_IN_DAY]}


def grid_of(by_day: dict, entries: dict[Slot, Happening], month: Period, today: date) -> Grid:
    """Return the table of a month, with the entries of all slots that `shown_in()` names."""
    weeks = [[_day(day, by_day, entries, month, today) for day in week] for week in weeks_of(month)]
    return Grid([(str(WEEKDAYS[number]), str(WEEKDAYS_ABBR[number])) for number in range(7)], weeks)


def days_of(slots: list[Slot], month: Period) -> dict[date, list[Slot]]:
    found = defaultdict(list)
    for slot in slots:
        first, last = max(slot.first_day, month.first), min(slot.last_day, month.last)
        for number in range((last - first).days + 1):
            found[first + timedelta(days=number)].append(slot)
    return found


def _day(day: date, by_day: dict, entries: dict, month: Period, today: date) -> Day:
    found = by_day.get(day, [])
    names = [entries[slot] for slot in found[:NAMES_IN_DAY] if slot in entries]
    return Day(day, len(found), names, month.meets(day, day), day == today)
