"""The entries of a part of a calendar, with all that a list prints of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext
from wagtail.models import Page

from culture.states import EventStatus, SessionState
from sites.models import Village
from sites.places import Place

from .gathering import EVENT, SESSION
from .scopes import Scope
from .timing import Timed

if TYPE_CHECKING:
    from culture.models import ClassPage, ClassSession, EventPage

STATUS_OF_SESSION = {SessionState.MOVED: EventStatus.MOVED, SessionState.CANCELLED: EventStatus.CANCELLED}


class Identity(NamedTuple):
    """By what calendar apps know it again, and whether it has changed."""

    name: str
    changed_at: datetime


@dataclass
class Happening(Timed):
    """An event, or a session of a class; `page` tells of it."""

    page: Page
    identity: Identity
    kind_label: str
    starts_at: datetime | None
    ends_at: datetime | None = None
    is_all_day: bool = False
    usual_months: list[int] = field(default_factory=list)
    lunar_date: str = ""
    place: str = ""
    pin: Place | None = None
    status: str = EventStatus.SCHEDULED
    status_note: str = ""
    moved_from: datetime | None = None
    is_free: bool = False
    mark: str = ""
    village_name: str = ""
    accent: str = ""
    language: str = ""  # of its page, where it is another one than that of the calendar

    card_template = "components/cards/event.html"

    @property
    def title(self) -> str:
        return self.page.title

    @property
    def listing_image(self):
        return self.page.listing_image

    @property
    def is_guest(self) -> bool:
        return getattr(self.page, "is_guest", False)

    def get_url(self, request: HttpRequest | None = None) -> str:
        return self.page.get_url(request)

    def without_day(self) -> Happening:
        """The same of another year: what was said of the day that is known holds for that day."""
        if not self.starts_at:
            return self
        return replace(self, starts_at=None, ends_at=None, status=EventStatus.SCHEDULED, status_note="")


def fetched(scope: Scope, slots: Iterable) -> list[tuple]:
    """Return slots in their order, each with its entry; three queries at most, however many."""
    slots = list(slots)
    keys = {source: {slot.key for slot in slots if slot.source == source} for source in (EVENT, SESSION)}
    found = {EVENT: _events(scope, keys[EVENT]), SESSION: _sessions(scope, keys[SESSION])}
    # Between two questions one may have been withdrawn.
    return [(slot, found[slot.source][slot.key]) for slot in slots if slot.key in found[slot.source]]


def happenings(scope: Scope, slots: Iterable) -> list[Happening]:
    return [happening for _slot, happening in fetched(scope, slots)]


def _events(scope: Scope, keys: set[int]) -> dict[int, Happening]:
    if not keys:
        return {}
    pages = scope.events().filter(pk__in=keys).for_cards()
    return {page.pk: of_event(scope, page) for page in pages}


def of_event(scope: Scope, page: EventPage) -> Happening:
    return Happening(
        page=page,
        identity=Identity(f"event-{page.translation_key}", page.last_published_at),
        kind_label=page.get_kind_display(),
        starts_at=page.starts_at,
        ends_at=page.ends_at,
        is_all_day=page.is_all_day,
        usual_months=page.usual_months,
        lunar_date=page.lunar_date,
        place=page.place_text,
        pin=page.pin,
        status=page.status,
        status_note=page.status_note,
        moved_from=page.moved_from,
        is_free=page.is_free,
        mark=page.mark,
        **_belonging(scope, page),
    )


def _sessions(scope: Scope, keys: set[int]) -> dict[int, Happening]:
    if not keys:
        return {}
    return of_sessions(scope, list(scope.sessions().filter(pk__in=keys).with_class()))


def of_sessions(scope: Scope, sessions: list[ClassSession]) -> dict[int, Happening]:
    """One query, and only in another language than Indonesian: for the translations of the classes."""
    translations = _translations(scope, {session.class_page.translation_key for session in sessions})
    return {
        session.pk: _of_session(scope, session, translations.get(session.class_page.translation_key))
        for session in sessions
    }


def _translations(scope: Scope, keys: set) -> dict:
    if scope.language == settings.LANGUAGE_CODE or not keys:
        return {}
    pages = scope.classes().listed().in_language(scope.language).filter(translation_key__in=keys)
    found = pages.for_cards()
    return {page.translation_key: page for page in found if scope.may_show(page.path, scope.language)}


def _of_session(scope: Scope, session: ClassSession, translation: ClassPage | None) -> Happening:
    source, page = session.class_page, translation or session.class_page
    status, note = STATUS_OF_SESSION.get(session.state, EventStatus.SCHEDULED), session.display_reason
    if source.is_cancelled:
        status, note = EventStatus.CANCELLED, page.cancel_reason or source.cancel_reason
    changed = [session.changed_at, page.last_published_at, source.last_published_at]
    return Happening(
        page=page,
        identity=Identity(f"session-{session.pk}", max(moment for moment in changed if moment)),
        kind_label=gettext("Class"),
        starts_at=session.starts_at,
        ends_at=session.ends_at,
        place=page.place_text or source.place_text,
        pin=source.pin,
        status=status,
        status_note=note,
        moved_from=session.planned_at if status == EventStatus.MOVED else None,
        is_free=source.fee_rupiah == 0,
        **_belonging(scope, page),
    )


def _belonging(scope: Scope, page: Page) -> dict[str, str]:
    """Whose it is on the regency's calendar, and its language where that is another one."""
    village: Village | None = scope.village_at(page.path)
    language = page.locale.language_code
    return {
        "village_name": village.display_name if village else "",
        "accent": village.accent if village else "",
        "language": "" if language == scope.language else language,
    }


def upcoming(scope: Scope, most: int) -> list[Happening]:
    """Return what comes next, today's first, for a home. Two queries, three in another language."""
    events = scope.events().filter(starts_at__isnull=False).upcoming().for_cards()
    found = [of_event(scope, page) for page in _best_versions(scope, events.in_listing_order()[: 2 * most])]
    sessions = scope.sessions().to_come().with_class()[:most]
    found += of_sessions(scope, list(sessions)).values()
    return sorted(found, key=lambda happening: (happening.starts_at, happening.identity.name))[:most]


def _best_versions(scope: Scope, pages: Iterable[EventPage]) -> list[EventPage]:
    best: dict = {}
    for page in pages:
        language = page.locale.language_code
        is_better = page.translation_key not in best or language == scope.language
        if is_better and scope.may_show(page.path, language):
            best[page.translation_key] = page
    return list(best.values())
