"""A month as a table of weeks, from Monday on, with the first few names of each day."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from typing import NamedTuple

from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR

from .gathering import Slot
from .happenings import Happening, fetched
from .periods import Period, weeks_of
from .scopes import Scope

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


def grid_of(scope: Scope, slots: list[Slot], month: Period, today: date) -> Grid:
    """Return the table of a month. Three queries at most: the names of all days are fetched at once."""
    by_day = _by_day(slots, month)
    shown = {slot for found in by_day.values() for slot in found[:NAMES_IN_DAY]}
    entries = dict(fetched(scope, shown))
    weeks = [[_day(day, by_day, entries, month, today) for day in week] for week in weeks_of(month)]
    return Grid([(str(WEEKDAYS[number]), str(WEEKDAYS_ABBR[number])) for number in range(7)], weeks)


def _by_day(slots: list[Slot], month: Period) -> dict[date, list[Slot]]:
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
