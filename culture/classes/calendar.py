"""The sessions of a class as entries of a calendar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from django.utils.translation import gettext

from culture.ical import Entry
from culture.states import SessionState

if TYPE_CHECKING:
    from culture.models import ClassPage, ClassSession

FILE_NAME = "kalender.ics"


def entries_of(page: ClassPage, sessions: Iterable[ClassSession], hostname: str, url: str) -> Iterator[Entry]:
    """All sessions of a class, in the words of one of its versions, which is at `url`."""
    # What the Indonesian version says of time and place holds for its translations.
    published = [version.last_published_at for version in (page, page.source) if version]
    published = [moment for moment in published if moment]
    for session in sessions:
        yield Entry(
            uid=f"session-{session.pk}@{hostname}",
            title=page.title,
            starts_at=session.starts_at,
            ends_at=session.ends_at,
            is_all_day=False,
            place=page.place_text,
            pin=page.pin,
            url=url,
            description=_description(page, session),
            status=_status(page, session),
            changed_at=max([session.changed_at, *published]),
        )


def _status(page: ClassPage, session: ClassSession) -> str:
    return "CANCELLED" if page.is_cancelled or session.state == SessionState.CANCELLED else "CONFIRMED"


def _description(page: ClassPage, session: ClassSession) -> str:
    if page.is_cancelled:
        notes = [gettext("The class is cancelled."), page.said("cancel_reason")]
    elif session.state == SessionState.CANCELLED:
        notes = [gettext("This meeting is cancelled."), session.display_reason]
    elif session.state == SessionState.MOVED:
        notes = [gettext("This meeting was moved."), session.display_reason]
    else:
        notes = [page.summary]
    return " ".join(note for note in notes if note)
