"""What a request asks of a calendar: which days, and how they are shown."""

from __future__ import annotations

from typing import NamedTuple

from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format

from sites.moments import day_text, days_text

from .periods import Period, month_around, this_week, this_weekend

GRID = "grid"
STRETCHES = {"today": lambda day: Period(day, day), "week": this_week, "weekend": this_weekend}


class Asked(NamedTuple):
    """What a request asks of a calendar."""

    period: Period
    path: str  # below the calendar: "2026/11/"
    when: str  # a name of STRETCHES, or nothing
    is_grid: bool

    @property
    def year(self) -> str:
        return str(self.period.first.year)

    @property
    def days(self) -> int:
        return (self.period.last - self.period.first).days + 1

    @property
    def is_year(self) -> bool:
        return self.days > 31

    @property
    def is_month(self) -> bool:
        return not self.when and 27 < self.days <= 31

    @property
    def kept(self) -> dict[str, str]:
        """What of the query stays when something else is chosen."""
        found = {"when": self.when, "view": GRID if self.is_grid else ""}
        return {name: value for name, value in found.items() if value}

    def is_in(self, month: int) -> bool:
        return not self.is_year and self.period.first.month == month

    @property
    def title(self) -> str:
        if self.is_year:
            return self.year
        if self.is_month:
            return date_format(self.period.first, "YEAR_MONTH_FORMAT")
        return days_text(*self.period) if self.days > 1 else day_text(self.period.first)


def read(request: HttpRequest, period: Period | None) -> Asked:
    """Read what is asked for; without a period, it is this month, or a stretch named in the query."""
    today, when = timezone.localdate(), request.GET.get("when", "")
    is_grid = request.GET.get("view") == GRID
    if period is None and when in STRETCHES:
        return Asked(STRETCHES[when](today), "", when, False)
    if period is None:
        return Asked(month_around(today), "", "", is_grid)
    first, last = period
    steps = [first.year]
    if (last - first).days <= 31:
        steps.append(first.month)
    if first == last:
        steps.append(first.day)
    return Asked(period, "".join(f"{step}/" for step in steps), "", is_grid and len(steps) == 2)
