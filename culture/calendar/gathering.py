"""What a calendar holds in a period, as light tuples: sorted and cut into parts before anything is fetched.

A slot costs a few columns, so that a month with thousands of sessions is still one question of each table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import NamedTuple

from culture.states import EventCertainty
from sites.moments import day_of, last_day

from .periods import Period
from .scopes import Scope

EVENT, SESSION = "event", "session"


class Slot(NamedTuple):
    """Something with a day: an event page, or a session of a class."""

    source: str
    key: int
    starts_at: datetime
    first_day: date
    last_day: date


class Undated(NamedTuple):
    """An event page of which the day is not known in some year."""

    source: str
    key: int
    certainty: str
    months: list[int]  # in which it usually is
    year: int | None  # of the one day that is known

    @property
    def is_lunar(self) -> bool:
        return self.certainty == EventCertainty.LUNAR

    def lacks_day_in(self, year: int) -> bool:
        return self.year != year


class Placed(NamedTuple):
    """Where an event page stands in a year: in a month, or, in month 13, among those on a lunar date."""

    source: str
    key: int
    month: int
    has_day: bool


LUNAR = 13


def slots(scope: Scope, period: Period) -> list[Slot]:
    """Return what touches a period, in order. Two queries, however much it is."""
    return _in_order([*_events(scope, period), *_sessions(scope, period)], period)


def events(scope: Scope, period: Period) -> list[Slot]:
    """The same without the sessions of classes. One query."""
    return _in_order(_events(scope, period), period)


def _in_order(found: Iterable[Slot], period: Period) -> list[Slot]:
    shown = (slot for slot in found if period.meets(slot.first_day, slot.last_day))
    return sorted(shown, key=lambda slot: (slot.starts_at, slot.source, slot.key))


def in_a_year(dated: Iterable[Slot], returning: Iterable[Undated], year: int) -> list[Placed]:
    """Return the events of a year by month, in each those with a day first; at last those by the moon."""
    found = [Placed(EVENT, slot.key, max(slot.first_day, date(year, 1, 1)).month, True) for slot in dated]
    for event in returning:
        if event.is_lunar:
            found.append(Placed(EVENT, event.key, LUNAR, False))
        elif event.lacks_day_in(year):
            found += [Placed(EVENT, event.key, month, False) for month in event.months]
    return sorted(found, key=lambda placed: (placed.month, not placed.has_day))


def _events(scope: Scope, period: Period) -> Iterator[Slot]:
    pages = scope.events().within(period.start, period.end)
    for key, *span in _versions(scope, pages, "starts_at", "ends_at", "is_all_day"):
        yield Slot(EVENT, key, span[0], day_of(span[0]), last_day(*span))


def _sessions(scope: Scope, period: Period) -> Iterator[Slot]:
    rows = scope.sessions().within(period.start, period.end).order_by().values_list("pk", "starts_at")
    for key, starts_at in rows:
        day = day_of(starts_at)
        yield Slot(SESSION, key, starts_at, day, day)


def undated(scope: Scope) -> list[Undated]:
    """Return the events that are usually in some month, or on a lunar date, in order. One query."""
    names = ("certainty", "usual_months", "starts_at")
    rows = _versions(scope, scope.events().returning(), *names)
    found = [
        Undated(EVENT, key, certainty, months, day_of(starts_at).year if starts_at else None)
        for key, certainty, months, starts_at in rows
    ]
    return sorted(found, key=lambda event: (min(event.months, default=LUNAR), event.key))


def usual_in(events: Iterable[Undated], month: Period) -> list[Undated]:
    """Those that are usually in a month and whose day is not known in its year."""
    year, number = month.first.year, month.first.month
    return [e for e in events if not e.is_lunar and number in e.months and e.lacks_day_in(year)]


def lunar(events: Iterable[Undated]) -> list[Undated]:
    """Those on a lunar date: they stay listed as such also when this year's day is known."""
    return [event for event in events if event.is_lunar]


def _versions(scope: Scope, pages, *names: str) -> Iterator[tuple]:
    """The columns of each event once: in the best language that readers of the calendar may be shown."""
    rows = pages.order_by().values_list("translation_key", "locale__language_code", "path", "pk", *names)
    best: dict = {}
    for translation_key, language, path, *row in rows:
        is_better = translation_key not in best or language == scope.language
        if is_better and scope.may_show(path, language):
            best[translation_key] = tuple(row)
    return iter(best.values())


def nearest(found: list[Slot], today: date, most: int) -> list[Slot]:
    """Of more than a calendar app can take: what comes next first, then the latest of what is past."""
    coming = [slot for slot in found if slot.last_day >= today][:most]
    past = [slot for slot in found if slot.last_day < today]
    return past[len(past) - min(len(past), most - len(coming)) :] + coming
