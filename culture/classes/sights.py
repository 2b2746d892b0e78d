"""What the page of a class prints beside its texts: facts, meetings, whom to ask, where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.apps import apps
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from sites.frame import Frame

from . import words
from .calendar import FILE_NAME

if TYPE_CHECKING:
    from culture.models import ArtFormPage, ClassPage, ClassSession

# Further ones are folded away: a class that meets twice a week for a year has a hundred.
SESSIONS_IN_SIGHT = 6


class Contact(NamedTuple):
    whatsapp: str
    phone: str = ""


class Meetings(NamedTuple):
    coming: list[ClassSession]  # the next ones, cancelled and moved among them
    further: list[ClassSession]
    past: list[ClassSession]


def sights_of(page: ClassPage, frame: Frame, request: HttpRequest) -> dict:
    sessions = list(page.sessions.model.objects.of(page)) if page.source else []
    taking_place = sum(not session.is_cancelled for session in sessions)
    return {
        "facts": words.facts_of(page, taking_place),
        "meetings": meetings_of(sessions),
        "art_form": art_form_of(page, frame),
        "contact": contact_of(page, frame),
        "calendar_url": request.build_absolute_uri(page.get_url(request) + FILE_NAME),
        "registration_url": registration_url(page),
        **page.on_the_map(),
    }


def meetings_of(sessions: list[ClassSession]) -> Meetings:
    now = timezone.now()
    coming = [session for session in sessions if session.ends_at > now]
    past = [session for session in sessions if session.ends_at <= now]
    return Meetings(coming[:SESSIONS_IN_SIGHT], coming[SESSIONS_IN_SIGHT:], past)


def contact_of(page: ClassPage, frame: Frame) -> Contact | None:
    number = page.whatsapp or frame.settings.whatsapp
    return Contact(number) if number else None


def registration_url(page: ClassPage) -> str:
    """Address of the form; empty where nobody may register at this moment, or the page is private."""
    source = page.source
    if not source or not page.may_register or page.get_view_restrictions().exists():
        return ""
    return reverse("registration", args=[source.pk])


def art_form_of(page: ClassPage, frame: Frame) -> ArtFormPage | None:
    """The art form that the class teaches, in the language of the page, or else in Indonesian."""
    if page.art_form_id is None:
        return None
    art_forms = apps.get_model("culture", "ArtFormPage").objects
    key = art_forms.filter(pk=page.art_form_id).values("translation_key")
    found = art_forms.shown_on(frame.site).live().public().filter(translation_key__in=key)
    versions = {version.locale_id: version for version in found.for_cards()}
    source_locale = page.source.locale_id if page.source else None
    return versions.get(page.locale_id) or versions.get(source_locale)
