"""The sessions of a class: made from its recurrence and term, and kept when it is published anew."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext

from culture import recurrence
from culture.states import SessionState
from sites import opening_hours
from sites.models import SiteSettings

if TYPE_CHECKING:
    from culture.models import ClassPage

LOCAL_TIME = ZoneInfo(settings.TIME_ZONE)


class Meeting(NamedTuple):
    """When a session begins and ends; why it does not take place, where the day is a holiday."""

    starts_at: datetime
    ends_at: datetime
    holiday: str = ""


def schedule_text(rule: str, starts_at: time, ends_at: time) -> str:
    return gettext("%(days)s, %(from)s–%(to)s WIB") % {
        "days": recurrence.words_of(rule),
        "from": time_format(starts_at),
        "to": time_format(ends_at),
    }


def planned(page: ClassPage, holidays: Iterable[opening_hours.ExceptionalDays] = ()) -> list[Meeting]:
    """Return the meetings that the recurrence of a class gives within its term, in order."""
    closed = [item for item in holidays if not item.spans]
    return [
        Meeting(
            datetime.combine(day, page.starts_at, LOCAL_TIME),
            datetime.combine(day, page.ends_at, LOCAL_TIME),
            _holiday_on(day, closed),
        )
        for day in recurrence.days_of(page.recurrence, page.term_from, page.term_to)
    ]


def _holiday_on(day: date, closed: list[opening_hours.ExceptionalDays]) -> str:
    return next((item.reason for item in closed if item.first_day <= day <= item.last_day), "")


def holidays_of(page: ClassPage) -> list[opening_hours.ExceptionalDays]:
    """The days on which the office of the village is closed, by its settings."""
    values = SiteSettings.objects.filter(site__village__container__path=page.path[: 2 * page.steplen]).first()
    return opening_hours.exceptions(values.opening_exceptions) if values else []


@transaction.atomic
def keep_sessions(page: ClassPage) -> None:
    """Let the sessions of a published class be those that its recurrence and term give.

    One that was cancelled or moved stays so, also at another hour, and past ones stay as they were; a new one
    on a closed day of the village is cancelled from the beginning, with the reason. Of two at a time, one
    waits, and goes by what is stored then.
    """
    page = type(page).objects.select_for_update(of=("self",)).get(pk=page.pk)
    wanted = {meeting.starts_at: meeting for meeting in planned(page, holidays_of(page))}
    present = {session.planned_at: session for session in page.sessions.all()}
    now = timezone.now()
    _follow_days(present, wanted, now)
    gone = [s.pk for at, s in present.items() if at not in wanted and s.starts_at > now]
    page.sessions.filter(pk__in=gone).delete()
    for at in wanted.keys() & present.keys():
        _follow_hours(present[at], wanted[at], now)
    session_type = page.sessions.model
    session_type.objects.bulk_create(
        session_type(
            class_page=page,
            planned_at=at,
            starts_at=at,
            ends_at=meeting.ends_at,
            state=SessionState.CANCELLED if meeting.holiday else SessionState.PLANNED,
            reason=meeting.holiday,
        )
        for at, meeting in sorted(wanted.items())
        if at not in present
    )


def _follow_days(present: dict, wanted: dict[datetime, Meeting], now: datetime) -> None:
    """A class that begins at another hour keeps its sessions, with what was decided about them."""
    free = {timezone.localtime(at).date(): at for at in wanted.keys() - present.keys()}
    for at, session in list(present.items()):
        if at in wanted or session.starts_at <= now:
            continue
        if found := free.pop(timezone.localtime(at).date(), None):
            session.planned_at = found
            if session.state != SessionState.MOVED:
                session.starts_at, session.ends_at = wanted[found][:2]
            session.save()
            present[found] = present.pop(at)


def _follow_hours(session, meeting: Meeting, now: datetime) -> None:
    """A later end of the class holds for what is to come, unless the session was moved."""
    is_open = session.state != SessionState.MOVED and session.starts_at > now
    if is_open and session.ends_at != meeting.ends_at:
        session.ends_at = meeting.ends_at
        session.save(update_fields=["ends_at", "changed_at"])
