"""What the page of an event prints beside its texts: facts, where it is, its art form, its calendar file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlencode, urlsplit

from django.apps import apps
from django.http import HttpRequest
from django.utils.translation import gettext

from sites import places
from sites.frame import Frame
from sites.money import format_rupiah

if TYPE_CHECKING:
    from culture.models import ArtFormPage, EventPage

FILE_NAME = "kalender.ics"


class Fact(NamedTuple):
    icon: str
    label: str
    value: str


def sights_of(page: EventPage, frame: Frame, request: HttpRequest) -> dict:
    return {
        "facts": facts_of(page),
        "art_form": art_form_of(page, frame),
        "calendar_url": calendar_url(page, request),
        "link_host": urlsplit(page.link).hostname or "",
        **on_the_map(page),
    }


def facts_of(page: EventPage) -> list[Fact]:
    found = [
        Fact("calendar-days", gettext("When"), page.when_text),
        Fact("compass", gettext("By the lunar calendar"), page.lunar_date if page.starts_at else ""),
        Fact("map-pin", gettext("Place"), page.said("place_text")),
        Fact("banknote", gettext("Admission"), admission_of(page)),
        Fact("users-round", gettext("Organiser"), page.said("organiser")),
    ]
    return [fact for fact in found if fact.value]


def admission_of(page: EventPage) -> str:
    if page.fee_rupiah is None:
        return gettext("Not known")
    return format_rupiah(page.fee_rupiah) if page.fee_rupiah else gettext("Free of charge")


def art_form_of(page: EventPage, frame: Frame) -> ArtFormPage | None:
    """The art form that is shown there, in the language of the page, or else in Indonesian. One query."""
    if page.art_form_id is None:
        return None
    art_forms = apps.get_model("culture", "ArtFormPage").objects
    key = art_forms.filter(pk=page.art_form_id).values("translation_key")
    found = art_forms.shown_on(frame.site).live().public().filter(translation_key__in=key).for_cards()
    versions = {version.locale_id: version for version in found}
    return versions.get(page.locale_id) or next(iter(versions.values()), None)


def calendar_url(page: EventPage, request: HttpRequest) -> str:
    """Where a calendar app gets this event from; empty where nothing can be added."""
    if not page.starts_at or page.is_over or not page.trail:
        return ""
    index = page.trail[-1].get_url(request)
    return f"{index}{FILE_NAME}?{urlencode({'event': page.translation_key})}"


def on_the_map(page: EventPage) -> dict:
    """The drawing where coordinates are known, else a search for the words; nothing without a place."""
    if page.pin:
        return page.on_the_map()
    words = page.said("place_text")
    return {"map_url": places.search_url(f"{words}, Banyuwangi")} if words else {}
