"""The ways on from a page of a calendar: other months, quick looks, filters and what takes them away."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from django.utils.dates import MONTHS
from django.utils.formats import date_format
from django.utils.translation import gettext

from .asked import GRID, Asked
from .choices import kinds, with_query
from .periods import is_within_reach, next_month, previous_month, this_week
from .scopes import Scope


class Way(NamedTuple):
    label: str
    url: str
    is_current: bool = False


class Option(NamedTuple):
    value: str
    label: str
    is_chosen: bool


def context_of(url: str, asked: Asked, scope: Scope, today: date) -> dict:
    chosen = scope.choice.parameters
    kept = chosen | ({"view": GRID} if asked.is_grid else {})
    here = url + asked.path
    shown = asked.period.first
    return {
        "calendar_url": url,
        "here_url": here,
        "month_url": with_query(f"{url}{shown.year}/{shown.month}/", kept),
        "year_url": with_query(f"{url}{shown.year}/", chosen),
        "looks": looks(url, asked, chosen, today),
        "previous": _way(url, kept, previous_of(asked), asked.is_year, today),
        "next": _way(url, kept, next_of(asked), asked.is_year, today),
        "months": [
            Way(str(MONTHS[month]), with_query(f"{url}{shown.year}/{month}/", kept), asked.is_in(month))
            for month in range(1, 13)
        ],
        "list_url": with_query(here, chosen),
        "grid_url": with_query(here, chosen | {"view": GRID}) if asked.is_month else "",
        "filter": filter_of(here, asked, scope),
        "chips": chips(here, asked, scope),
    }


def looks(url: str, asked: Asked, chosen: dict, today: date) -> list[Way]:
    """What people ask for most: today, the weekend, the week. At the weekend the week is that."""
    names = {"today": gettext("Today"), "weekend": gettext("This weekend"), "week": gettext("This week")}
    return [
        Way(label, with_query(url, {"when": when, **chosen}), asked.when == when)
        for when, label in names.items()
        if when != "week" or this_week(today).first.weekday() < 5
    ]


def previous_of(asked: Asked) -> date:
    first = asked.period.first
    return date(first.year - 1, 12, 31) if asked.is_year else previous_month(first)


def next_of(asked: Asked) -> date:
    first = asked.period.first
    return date(first.year + 1, 1, 1) if asked.is_year else next_month(first)


def _way(url: str, kept: dict, day: date, is_year: bool, today: date) -> Way | None:
    """The way to the month or year of a day, as far as the calendar reaches."""
    if not is_within_reach(day, today):
        return None
    if is_year:
        return Way(str(day.year), with_query(f"{url}{day.year}/", kept))
    return Way(date_format(day, "YEAR_MONTH_FORMAT"), with_query(f"{url}{day.year}/{day.month}/", kept))


def filter_of(here: str, asked: Asked, scope: Scope) -> dict:
    """The form: what can be chosen, and what is kept beside it."""
    choice = scope.choice
    village = choice.village.code if choice.village else ""
    return {
        "action": here,
        "kinds": [Option(value, label, value == choice.kind) for value, label in kinds()],
        "villages": [
            Option(v.code, f"{v.display_name}, {v.district}", v.code == village) for v in scope.villages
        ],
        "is_free": choice.is_free,
        "kept": asked.kept,
        "is_used": bool(choice.parameters),
    }


def chips(here: str, asked: Asked, scope: Scope) -> list[dict]:
    """What is chosen, each with the address without it."""
    chosen = scope.choice.parameters | asked.kept
    return [
        {"label": label, "url": with_query(here, {n: v for n, v in chosen.items() if n != name})}
        for name, label in scope.choice.names.items()
    ]
