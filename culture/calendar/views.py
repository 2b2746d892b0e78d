"""What the pages of a calendar print: a month, its rest, a day, a week, a year."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.translation import gettext

from sites.languages import Alternate

from . import gathering, navigation
from .asked import Asked, read
from .choices import with_query
from .feeds import FILE_NAME
from .grid import days_of, grid_of, shown_in
from .happenings import Happening, fetched
from .periods import Period
from .scopes import Scope

if TYPE_CHECKING:
    from culture.models import AgendaPage

MOST_UNDATED, MOST_IN_YEAR = 12, 40


def context_of(index: AgendaPage, request: HttpRequest, scope: Scope, period: Period | None) -> dict:
    asked, today = read(request, period), timezone.localdate()
    url = index.get_url(request)
    context = navigation.context_of(url, asked, scope, today)
    context |= (_year if asked.is_year else _days)(scope, request, asked, today)
    file_address = with_query(url + FILE_NAME, scope.choice.parameters)
    return context | {
        "asked": asked,
        "list_title": asked.title,
        "file_address": file_address,
        "webcal_address": "webcal://" + request.get_host() + file_address,
        "title_details": [asked.title, *scope.choice.names.values()] if asked.path or asked.when else [],
    }


def _days(scope: Scope, request: HttpRequest, asked: Asked, today: date) -> dict:
    """A month or less. What is past of this month is a link, unless the month itself was asked for."""
    has_returning = asked.is_month and asked.period.last >= today
    found = gathering.gather(scope, asked.period, with_returning=has_returning)
    is_rest = asked.is_month and not asked.path and not asked.is_grid
    shown = [slot for slot in found.slots if slot.last_day >= today] if is_rest else found.slots
    part = Paginator(shown, scope.index.page_size).get_page(request.GET.get("page"))
    by_day = days_of(found.slots, asked.period) if asked.is_grid else {}
    usual = found.usual_in(asked.period) if has_returning else []
    # All that is printed, at once.
    wanted = dict.fromkeys([*part.object_list, *shown_in(by_day), *usual[:MOST_UNDATED]])
    entries = dict(fetched(scope, wanted))
    part.object_list = [entries[slot] for slot in part.object_list if slot in entries]
    return {
        "listing": part,
        "has_past": len(shown) < len(found.slots),
        "grid": grid_of(by_day, entries, asked.period, today) if asked.is_grid else None,
        "usual": [entries[event].without_day() for event in usual[:MOST_UNDATED] if event in entries],
        "more_usual": len(usual) > MOST_UNDATED,
        "lunar_number": len(found.lunar),
    }


class Group(NamedTuple):
    """Events of a year that stand together: of a month, or all those on a lunar date."""

    title: str
    dated: list[Happening]
    seasonal: list[Happening]


def _year(scope: Scope, request: HttpRequest, asked: Asked, today: date) -> dict:
    """The events of a year; classes stand in its months."""
    has_returning = asked.period.last >= today
    found = gathering.gather(scope, asked.period, with_returning=has_returning, with_sessions=False)
    placed = gathering.in_a_year(found.slots, found.returning, asked.period.first.year)
    part = Paginator(placed, MOST_IN_YEAR).get_page(request.GET.get("page"))
    pairs = fetched(scope, part.object_list)
    part.object_list = [happening for _slot, happening in pairs]
    return {"listing": part, "groups": [_group(*group) for group in groupby(pairs, _month_of)]}


def _month_of(pair: tuple) -> int:
    return pair[0].month


def _group(month: int, pairs: Iterable[tuple]) -> Group:
    pairs = list(pairs)
    is_lunar = month == gathering.LUNAR
    return Group(
        gettext("By a lunar calendar") if is_lunar else str(MONTHS[month]),
        [happening for slot, happening in pairs if slot.has_day],
        [happening.without_day() for slot, happening in pairs if not slot.has_day],
    )


def address_of(request: HttpRequest, url: str, asked: Asked, alternates: list[Alternate]) -> dict:
    """Search engines keep the plain list of a period; in the other language it has the same address below."""
    return {
        "canonical_url": request.build_absolute_uri(url + asked.path),
        "share_url": request.build_absolute_uri(),
        "alternates": [other._replace(location=other.location + asked.path) for other in alternates],
    }
