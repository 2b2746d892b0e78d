"""How well requests are served, from what is kept without names: how many, how fast, how many late."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count
from django.utils import timezone

from services.choices import OPEN_STATES, RequestKind, RequestState
from services.models import RequestFigure
from sites.models import Village

MONTHS = 12
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
    """Of one village, or of all that take part. Two queries, however many there are."""
    today = today or timezone.localdate()
    months = {first: Level() for first in months_until(today)}
    total, services, villages, titles = Level(), {}, {}, {}
    for row in _rows(village, next(iter(months))):
        first = row["received_on"].replace(day=1)
        key = row["service_key"] or row["kind"]
        titles.setdefault(key, Counter())[_title(row)] += row["number"]
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


def _title(row: dict) -> str:
    return row["service_title"] or str(RequestKind(row["kind"]).label)


def _with_villages(levels: dict[int, Level]) -> list[tuple[Village, Level]]:
    return [(village, levels[village.pk]) for village in Village.objects.filter(pk__in=levels)]


def _sorted(rows: Iterable[tuple]) -> list[tuple]:
    return sorted(rows, key=lambda row: (-row[1].received, str(row[0])))
