"""How well requests are served, from what is kept without names: how many, how fast, how many late."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import Count
from django.utils import timezone
from django.utils.translation import gettext

from services.choices import OPEN_STATES, RequestKind, RequestState
from services.models import RequestFigure, ServicePage
from sites.models import Village

MONTHS = 12
OF_VILLAGES = "own"
COLUMNS = ("village", "kind", "service_key", "service_title", "received_on", "due_on", "closed_on", "state")


@dataclass
class Level:
    """Of some requests. `waiting` are those on which the office has still to act."""

    received: int = 0
    late: int = 0
    waiting: int = 0
    days: Counter = field(default_factory=Counter)

    def add(self, row: dict, today: date) -> None:
        number, answered_on = row["number"], row["closed_on"]
        self.received += number
        self.waiting += number if row["state"] in OPEN_STATES and answered_on is None else 0
        self.late += number if (answered_on or today) > row["due_on"] else 0
        if answered_on and row["state"] != RequestState.WITHDRAWN:
            self.days[(answered_on - row["received_on"]).days] += number

    @property
    def median(self) -> int | None:
        """Half of what was answered took so many days at most."""
        half, seen = self.days.total() / 2, 0
        for days in sorted(self.days):
            seen += self.days[days]
            if seen >= half:
                return days
        return None

    @property
    def late_share(self) -> int:
        """In percent."""
        return round(100 * self.late / self.received) if self.received else 0


@dataclass
class Report:
    total: Level
    months: list[tuple[date, Level]]
    services: list[tuple[str, Level]]
    villages: list[tuple[Village, Level]]


def months_until(today: date) -> list[date]:
    """The first days of the last twelve months, this one included."""
    numbers = [today.year * 12 + today.month - 1 - ago for ago in reversed(range(MONTHS))]
    return [date(number // 12, number % 12 + 1, 1) for number in numbers]


def report_of(village: Village | None = None, today: date | None = None) -> Report:
    """Of one village, or of all that take part: a few queries, however many there are."""
    today = today or timezone.localdate()
    months = {first: Level() for first in months_until(today)}
    total, services, villages, titles = Level(), {}, {}, {}
    shared = None if village else _templates()
    for row in _rows(village, next(iter(months))):
        first = row["received_on"].replace(day=1)
        key, title = _service_of(row, shared)
        titles.setdefault(key, Counter())[title] += row["number"]
        levels = (services.setdefault(key, Level()), villages.setdefault(row["village"], Level()))
        for level in (total, months.get(first), *levels):
            if level:
                level.add(row, today)
    named = [(titles[key].most_common(1)[0][0], level) for key, level in services.items()]
    return Report(total, list(months.items()), _sorted(named), _sorted(_with_villages(villages)))


def _rows(village: Village | None, since: date) -> Iterable[dict]:
    figures = RequestFigure.objects.filter(received_on__gte=since, village__closed_at=None)
    figures = figures.filter(village=village) if village else figures
    return figures.order_by().values(*COLUMNS).annotate(number=Count("pk")).iterator()


def _templates() -> dict[UUID, str]:
    """Titles of the regency's templates by the key under which requests are counted."""
    return dict(ServicePage.objects.templates().order_by().values_list("translation_key", "title"))


def _service_of(row: dict, shared: dict[UUID, str] | None) -> tuple[UUID | str, str]:
    """Under what a row is counted, and its name; over all villages their own services are one.

    What only one village offers would tell of its people there, and its title is no business of an office.
    """
    key, title = row["service_key"], row["service_title"]
    if not (key or title):
        return row["kind"], str(RequestKind(row["kind"]).label)
    if shared is None:
        return key or title, title
    return (key, shared[key]) if key in shared else (OF_VILLAGES, gettext("Services of villages' own"))


def _with_villages(levels: dict[int, Level]) -> list[tuple[Village, Level]]:
    return [(village, levels[village.pk]) for village in Village.objects.filter(pk__in=levels)]


def _sorted(rows: Iterable[tuple]) -> list[tuple]:
    return sorted(rows, key=lambda row: (-row[1].received, str(row[0])))
