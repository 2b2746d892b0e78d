"""What the calendar adds to the screen of a village hall: what is on today, and the events of the week."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from django.apps import apps
from django.utils import timezone
from django.utils.translation import gettext

from sites.hall_screen import ScreenPart, register_screen_part
from sites.hall_screen.parts import in_screens

from .calendar import gathering
from .calendar.happenings import happenings
from .calendar.periods import Period
from .calendar.scopes import Scope

if TYPE_CHECKING:
    from sites.frame import Frame

ROWS, MOST = 4, 12
TEMPLATE = "culture/screen_entries.html"
TODAY_ORDER, WEEK_ORDER = 20, 30


def connect() -> None:
    register_screen_part(TODAY_ORDER, today)
    register_screen_part(WEEK_ORDER, week)


def today(frame: Frame) -> Iterator[ScreenPart]:
    """Everything of today, also what is over: a cancelled class is looked for all day."""
    day = timezone.localdate()
    if scope := scope_of_hall(frame):
        found = gathering.slots(scope, Period(day, day))
        yield from _parts(scope, gettext("Today in the village"), found, with_days=False)


def week(frame: Frame) -> Iterator[ScreenPart]:
    """The events of the next seven days."""
    day = timezone.localdate()
    if scope := scope_of_hall(frame):
        days = Period(day + timedelta(days=1), day + timedelta(days=7))
        found = gathering.slots(scope, days, with_sessions=False)
        begin = [slot for slot in found if slot.first_day > day]
        yield from _parts(scope, gettext("In the next seven days"), begin, with_days=True)


def scope_of_hall(frame: Frame) -> Scope | None:
    """The calendar of the village; None where it has none in this language."""
    model = apps.get_model("culture", "AgendaPage")
    index = next((page for page in frame.sections if page.specific_class is model), None)
    return Scope(index, frame.site) if index else None


def _parts(scope: Scope, title: str, slots: list, with_days: bool) -> Iterator[ScreenPart]:
    for entries in in_screens(happenings(scope, slots[:MOST]), ROWS):
        yield ScreenPart(title, TEMPLATE, {"entries": entries, "with_days": with_days})
