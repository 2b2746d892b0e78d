"""A single session is cancelled, moved, or takes place after all; everybody with a seat is told."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.apps import apps
from django.db import transaction
from django.utils import timezone

from culture.states import NoticeKind, SessionState

from .notices import tell
from .seats import hold

if TYPE_CHECKING:
    from culture.models import ClassSession


class SessionOverError(Exception):
    """The session is over or gone, so there is nothing left to decide about it."""


@transaction.atomic
def cancel_session(session: ClassSession, reason: str, reason_en: str = "") -> int:
    """Say that a session does not take place; return how many are told. Sent twice, it tells once."""
    session = _hold(session)
    decided = (SessionState.CANCELLED, session.starts_at, session.ends_at)
    return _decide(session, decided, reason, reason_en)


@transaction.atomic
def move_session(
    session: ClassSession, starts_at: datetime, ends_at: datetime, reason: str, reason_en: str = ""
) -> int:
    """Let a session take place at another time, as the form has found it valid."""
    return _decide(_hold(session), (SessionState.MOVED, starts_at, ends_at), reason, reason_en)


@transaction.atomic
def restore_session(session: ClassSession) -> int:
    """Let a session take place as it was planned. Raises `SessionOverError` once that time has passed."""
    session = _hold(session)
    length = session.ends_at - session.starts_at
    if session.is_moved:
        page = session.class_page
        planned_day = timezone.localtime(session.planned_at).date()
        length = datetime.combine(planned_day, page.ends_at) - datetime.combine(planned_day, page.starts_at)
    if session.planned_at + length <= timezone.now():
        raise SessionOverError
    return _decide(session, (SessionState.PLANNED, session.planned_at, session.planned_at + length), "", "")


def _hold(session: ClassSession) -> ClassSession:
    """The session as it is stored, with its class locked."""
    page = hold(session.class_page)
    found = page.sessions.filter(pk=session.pk).first()
    if found is None or (found.ends_at <= timezone.now() and not found.is_cancelled):
        raise SessionOverError
    found.class_page = page
    return found


def _decide(session: ClassSession, decided: tuple, reason: str, reason_en: str) -> int:
    before = (session.state, session.starts_at, session.ends_at)
    texts_before = (session.reason, session.reason_en)
    if (before, texts_before) == (decided, (reason, reason_en)):
        return 0
    session.state, session.starts_at, session.ends_at = decided
    session.reason, session.reason_en = reason, reason_en
    session.save()
    return _tell_everybody(session)


def _tell_everybody(session: ClassSession) -> int:
    """Who has not been told of the last decision yet need only hear this one."""
    notices = apps.get_model("culture", "Notice").objects
    notices.not_begun().filter(session=session).delete()
    seated = list(session.class_page.registrations.seated())
    for registration in seated:
        tell(registration, NoticeKind.SESSION, session=session)
    return len(seated)
