"""Who else uses a room at the same time: classes and events of one village, compared in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from django.apps import apps
from django.utils import timezone

from culture import sessions
from culture.states import SessionState
from sites.models import Village

if TYPE_CHECKING:
    from culture.models import ClassPage, ClassSession, EventPage

# How long an event is taken to last that does not say when it ends.
ASSUMED_LENGTH = timedelta(hours=2)


class Use(NamedTuple):
    """One use of a room."""

    title: str
    starts_at: datetime
    ends_at: datetime


def room_key(place: str, room: str) -> str | None:
    """The same for "Balai desa" with "Pendopo" and for "Pendopo balai desa"; None where no place is named."""
    words = sorted(f"{place} {room}".casefold().split())
    return "".join(words) if place.strip() else None


def clashes(own: Iterable[Use], others: Iterable[Use]) -> list[Use]:
    """The first use of each other class or event that overlaps one's own; ending when one begins is fine."""
    own, found = list(own), {}
    for other in sorted(others, key=lambda use: use.starts_at):
        if any(use.starts_at < other.ends_at and other.starts_at < use.ends_at for use in own):
            found.setdefault(other.title, other)
    return list(found.values())


def clashes_of_class(page: ClassPage) -> list[Use]:
    """What a class, published or not, gets into the way of from now on."""
    if page.is_cancelled:
        return []
    return _clashes(page, list(_uses_of_class(page)))


def clashes_of_event(page: EventPage) -> list[Use]:
    """The same for an event, where it or the other one names a room; a whole beach is no room."""
    uses = [use] if (use := _use_of_event(page)) else []
    return _clashes(page, uses, is_event=True)


def clashes_of_session(session: ClassSession) -> list[Use]:
    """The same for a single session."""
    page = session.class_page
    return _clashes(page, [Use(page.title, session.starts_at, session.ends_at)])


def _clashes(page: ClassPage | EventPage, uses: list[Use], is_event: bool = False) -> list[Use]:
    now, key = timezone.now(), room_key(page.place, page.room)
    village = Village.objects.owning(page).first()
    uses = [use for use in uses if use.ends_at > now]
    if not uses or key is None or village is None:
        return []
    span = min(use.starts_at for use in uses), max(use.ends_at for use in uses)
    classes = _classes_in(village, key, span, page, with_room=is_event and not page.room)
    events = _events_in(village, key, span, page, with_room=not page.room)
    return clashes(uses, [*classes, *events])


def _uses_of_class(page: ClassPage) -> Iterator[Use]:
    """As decided where a session is stored already, else as the recurrence gives it."""
    stored = {session.planned_at: session for session in page.sessions.all()}
    for meeting in sessions.planned(page, sessions.holidays_of(page)):
        session = stored.pop(meeting.starts_at, None)
        if session is None and not meeting.holiday:
            yield Use(page.title, meeting.starts_at, meeting.ends_at)
        elif session is not None and not session.is_cancelled:
            yield Use(page.title, session.starts_at, session.ends_at)


def _classes_in(village: Village, key: str, span: tuple, page, with_room: bool) -> Iterator[Use]:
    found = apps.get_model("culture", "ClassSession").objects.filter(
        class_page__path__startswith=village.container_path,
        class_page__live=True,
        class_page__is_cancelled=False,
        starts_at__lt=span[1],
        ends_at__gt=span[0],
    )
    found = found.exclude(state=SessionState.CANCELLED)
    found = found.exclude(class_page__translation_key=page.translation_key)
    names = ("class_page__title", "class_page__place", "class_page__room", "starts_at", "ends_at")
    for title, place, room, starts_at, ends_at in found.values_list(*names):
        if room_key(place, room) == key and (room or not with_room):
            yield Use(title, starts_at, ends_at)


def _events_in(village: Village, key: str, span: tuple, page, with_room: bool) -> Iterator[Use]:
    event_type = apps.get_model("culture", "EventPage")
    found = event_type.objects.live().filter(path__startswith=village.container_path, starts_at__lt=span[1])
    # Once only, though it has translations.
    found = found.filter(locale=village.site.root_page.locale_id)
    found = found.exclude(translation_key=page.translation_key).defer_streamfields()
    for event in found.exclude(status__in=[event_type.Status.CANCELLED, event_type.Status.POSTPONED]):
        is_there = room_key(event.place, event.room) == key and (event.room or not with_room)
        if is_there and (use := _use_of_event(event)):
            yield use


def _use_of_event(event: EventPage) -> Use | None:
    if event.starts_at is None or event.is_cancelled:
        return None
    starts_at, ends_at = event.starts_at, event.ends_at or event.starts_at + ASSUMED_LENGTH
    if event.is_all_day:
        first, last = (
            timezone.localtime(moment).date() for moment in (starts_at, event.ends_at or starts_at)
        )
        starts_at = datetime.combine(first, time(), sessions.LOCAL_TIME)
        ends_at = datetime.combine(last, time(), sessions.LOCAL_TIME) + timedelta(days=1)
    return Use(event.title, starts_at, ends_at)
