"""What the page of a service prints beside its texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language, gettext

from services.choices import Asking
from services.duty import on_duty
from sites.frame import Frame, frame_for

from . import state, words
from .hours import hours_of

if TYPE_CHECKING:
    from services.models import ServicePage

# The sheet of papers to bring (checklist.py), below the address of the page.
CHECKLIST = "syarat.pdf"


class Ask(NamedTuple):
    url: str
    label: str


class Attendant(NamedTuple):
    """Who is at the counter; `language` is that of the words."""

    name: str
    language: str


class Download(NamedTuple):
    """As components/documents.html takes it."""

    document: object
    title_or_name: str


def sights_of(page: ServicePage, request: HttpRequest) -> dict:
    """Context of a service. Three queries, one more where it has a form to download."""
    frame, papers = frame_for(request), words.papers_of(page)
    state.tell([page])
    return {
        "facts": words.facts_of(page),
        "papers": papers,
        "tick_key": page.service_key,
        "checklist_url": page.get_url(request) + CHECKLIST if papers else "",
        "hours": hours_of(page, frame),
        "at_counter": attendants(frame),
        "ask": ask_of(page),
        "downloads": [Download(page.form, str(page.form))] if page.form_id else [],
        "is_checked_lately": words.is_checked_lately(page),
    }


def ask_of(page: ServicePage) -> Ask | None:
    """The way to the form; None where the page only informs, is another's, or is closed for now."""
    is_closed = page.state_here is not None and page.state_here.is_closed
    if page.is_guest or is_closed or page.source is None or page.get_view_restrictions().exists():
        return None
    labels = {Asking.QUESTION: gettext("Ask a question"), Asking.REQUEST: gettext("Ask for it from home")}
    label = labels.get(page.source.asking)
    return Ask(reverse("request_service", args=[page.source.pk]), label) if label else None


def attendants(frame: Frame) -> list[Attendant]:
    """Who is at the counter of a village today. One query; none on a day when the office is closed."""
    if frame.village is None:
        return []
    return [_attendant(shift) for shift in on_duty(frame.village)]


def _attendant(shift) -> Attendant:
    if get_language() == "en" and shift.shown_as_en:
        return Attendant(shift.shown_as_en, "en")
    return Attendant(shift.shown_as, "id")
