"""Calendars for the apps of phones and computers: the entries of a scope in the form of RFC 5545."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import patch_cache_control

from culture import ical
from culture.states import EventStatus
from sites.frame import frame_for

from .gathering import nearest, slots
from .happenings import Happening, happenings, of_event
from .periods import around
from .scopes import Scope

FILE_NAME = "kalender.ics"
# Half a megabyte; what lies further ahead comes into it as time goes by.
MOST_ENTRIES = 1500
# Apps that follow a calendar look every few hours; somebody who looks again at once gets the same.
KEPT_SECONDS = 300
STATUSES = {EventStatus.CANCELLED: "CANCELLED", EventStatus.POSTPONED: "TENTATIVE"}


def everything(scope: Scope, request: HttpRequest) -> HttpResponse:
    """Answer with all entries, from two months ago to a year ahead, as the query narrows them."""
    today = timezone.localdate()
    found = nearest(slots(scope, around(today)), today, MOST_ENTRIES)
    name = " · ".join([scope.index.title, frame_for(request).name, *scope.choice.names.values()])
    return _file(scope, request, name, happenings(scope, found))


def one_event(scope: Scope, key: str, request: HttpRequest) -> HttpResponse:
    """Answer with one event by its translation key; raises Http404 where readers find none with a day."""
    try:
        pages = scope.events().filter(translation_key=UUID(key), starts_at__isnull=False).for_cards()
    except ValueError:
        raise Http404 from None
    versions = sorted(pages, key=lambda page: page.locale.language_code != scope.language)
    if not versions:
        raise Http404
    return _file(scope, request, versions[0].title, [of_event(scope, versions[0])])


def _file(scope: Scope, request: HttpRequest, name: str, found: Iterable[Happening]) -> HttpResponse:
    entries = _entries(scope, request, found)
    response = ical.response(f"{scope.index.slug}.ics", name, entries, scope.language)
    patch_cache_control(response, public=True, max_age=KEPT_SECONDS)
    return response


def _entries(scope: Scope, request: HttpRequest, found: Iterable[Happening]) -> Iterator[ical.Entry]:
    for happening in found:
        yield ical.Entry(
            uid=f"{happening.identity.name}@{scope.host_of(happening.page)}",
            title=happening.title,
            starts_at=happening.starts_at,
            ends_at=happening.ends_at,
            is_all_day=happening.is_all_day,
            place=", ".join(part for part in (happening.place, happening.village_name) if part),
            pin=happening.pin,
            url=request.build_absolute_uri(happening.get_url(request)),
            description=_description(happening),
            status=STATUSES.get(happening.status, "CONFIRMED"),
            changed_at=happening.identity.changed_at,
        )


def _description(happening: Happening) -> str:
    """That it is not as planned, and why; then what it is."""
    first = ": ".join(part for part in (happening.status_label, happening.status_note) if part)
    return "\n".join(part for part in (first, happening.moved_text, happening.page.summary) if part)
