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
    months: tuple[int, ...]  # in which it usually is
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


class Gathered(NamedTuple):
    slots: list[Slot]
    returning: list[Undated]

    def usual_in(self, month: Period) -> list[Undated]:
        """Those that are usually in a month and whose day is not known in its year."""
        year, number = month.first.year, month.first.month
        return [e for e in self.returning if not e.is_lunar and number in e.months and e.lacks_day_in(year)]

    @property
    def lunar(self) -> list[Undated]:
        """Those on a lunar date: they stay listed as such also when this year's day is known."""
        return [event for event in self.returning if event.is_lunar]


def gather(scope: Scope, period: Period, *, with_returning=False, with_sessions=True) -> Gathered:
    """Return what touches a period, in order, and what comes back each year. Two queries."""
    pages = scope.events().within(period.start, period.end, or_returning=with_returning)
    rows = list(_versions(scope, pages))
    found = [_slot(row) for row in rows if row.starts_at]
    if with_sessions:
        found += _sessions(scope, period)
    return Gathered(
        sorted((s for s in found if period.meets(s.first_day, s.last_day)), key=_rank),
        sorted(map(_undated, filter(_returns, rows)), key=_rank_undated) if with_returning else [],
    )


def slots(scope: Scope, period: Period, *, with_sessions=True) -> list[Slot]:
    return gather(scope, period, with_sessions=with_sessions).slots


def _rank(slot: Slot) -> tuple:
    return slot.starts_at, slot.source, slot.key


def _rank_undated(event: Undated) -> tuple:
    return min(event.months, default=LUNAR), event.key


def _returns(row) -> bool:
    return row.certainty != EventCertainty.CONFIRMED


def _slot(row) -> Slot:
    last = last_day(row.starts_at, row.ends_at, row.is_all_day)
    return Slot(EVENT, row.pk, row.starts_at, day_of(row.starts_at), last)


def _undated(row) -> Undated:
    year = day_of(row.starts_at).year if row.starts_at else None
    return Undated(EVENT, row.pk, row.certainty, tuple(row.usual_months), year)


def in_a_year(dated: Iterable[Slot], returning: Iterable[Undated], year: int) -> list[Placed]:
    """Return the events of a year by month, in each those with a day first; at last those by the moon."""
    found = [Placed(EVENT, slot.key, max(slot.first_day, date(year, 1, 1)).month, True) for slot in dated]
    for event in returning:
        if event.is_lunar:
            found.append(Placed(EVENT, event.key, LUNAR, False))
        elif event.lacks_day_in(year):
            found += [Placed(EVENT, event.key, month, False) for month in event.months]
    return sorted(found, key=lambda placed: (placed.month, not placed.has_day))


def _sessions(scope: Scope, period: Period) -> Iterator[Slot]:
    rows = scope.sessions().within(period.start, period.end).order_by().values_list("pk", "starts_at")
    for key, starts_at in rows:
        day = day_of(starts_at)
        yield Slot(SESSION, key, starts_at, day, day)


def _versions(scope: Scope, pages) -> Iterator:
    """Some columns of each event, once: in the best language that readers of the calendar may be shown."""
    names = ("pk", "starts_at", "ends_at", "is_all_day", "certainty", "usual_months")
    own = ("path", "translation_key", "locale__language_code")
    best: dict = {}
    for row in pages.order_by().values_list(*names, *own, named=True):
        language = row.locale__language_code
        is_better = row.translation_key not in best or language == scope.language
        if is_better and scope.may_show(row.path, language):
            best[row.translation_key] = row
    return iter(best.values())


def nearest(found: list[Slot], today: date, most: int) -> list[Slot]:
    """Of more than a calendar app can take: what comes next first, then the latest of what is past."""
    coming = [slot for slot in found if slot.last_day >= today][:most]
    past = [slot for slot in found if slot.last_day < today]
    return past[len(past) - min(len(past), most - len(coming)) :] + coming
