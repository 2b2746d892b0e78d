"""What a ticket says."""

from __future__ import annotations

from urllib.parse import quote

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import get_language, gettext

from culture.classes.calendar import FILE_NAME
from culture.classes.sights import contact_of, registration_url
from culture.classes.versions import version_in
from culture.classes.words import Fact, moment_of, term_of
from culture.models import ClassPage, Registration
from culture.states import ClassState, SessionState
from sites.frame import Frame
from sites.phones import whatsapp_url

from . import tickets

OVER = {ClassState.FINISHED, ClassState.CANCELLED}


def ticket_sights(registration: Registration, frame: Frame) -> dict:
    source = registration.class_page
    page = version_in(source, get_language())
    contact = contact_of(page, frame)
    is_closed = bool(frame.village and frame.village.closed_at)
    may_cancel = not registration.is_cancelled and page.state not in OVER
    # Nobody looks after a class of a closed village here, but its tickets can still be cancelled.
    is_active = may_cancel and not is_closed
    is_readable = page.live and not is_closed
    address = page.get_url(frame.request)
    place = queue_place(registration) if registration.is_waiting else None
    return {
        "registration": registration,
        "class_page": page,
        "class_url": address if is_readable else "",
        "is_active": is_active,
        "standing": _standing(registration, page, is_closed, place),
        "facts": _facts(page, source, is_active),
        "queue_place": place,
        "contact": contact,
        "message_url": _message_url(registration, page, contact.whatsapp, frame) if contact else "",
        "calendar_url": address + FILE_NAME if is_active and is_readable else "",
        "ticket_url": tickets.path_of(registration, frame.site),
        "cancel_url": tickets.path_of(registration, frame.site, "registration_cancel") if may_cancel else "",
        "again_url": registration_url(page) if registration.is_cancelled and is_readable else "",
    }


def queue_place(registration: Registration) -> int:
    """How many are before somebody on the waiting list, themselves counted."""
    before = Q(rank__lt=registration.rank) | Q(rank=registration.rank, number__lte=registration.number)
    return Registration.objects.waiting().filter(before, class_page=registration.class_page_id).count()


def _standing(registration: Registration, page: ClassPage, is_closed: bool, place: int | None) -> str:
    """What has become of the registration, in a sentence."""
    if registration.is_cancelled:
        return gettext("This registration is cancelled.")
    if page.state in OVER:
        return gettext("You were registered. No further meeting takes place.")
    if is_closed:
        return gettext("The site of this village is closed. Ask the village whether the class takes place.")
    if place:
        return gettext("On the waiting list, in place %(queue_place)s") % {"queue_place": place}
    return gettext("You are registered, and have a seat.")


def _facts(page: ClassPage, source: ClassPage, is_active: bool) -> list[Fact]:
    found = [
        Fact("calendar-days", gettext("Day and time"), page.schedule),
        Fact("clock", gettext("Next meeting"), _next_meeting(source) if is_active else ""),
        Fact("map-pin", gettext("Place"), page.place_text),
        Fact("banknote", gettext("Fee"), page.fee),
        Fact("calendar-days", gettext("Duration"), term_of(page)),
    ]
    return [fact for fact in found if fact.value]


def _next_meeting(source: ClassPage) -> str:
    coming = source.sessions.exclude(state=SessionState.CANCELLED).filter(ends_at__gt=timezone.now()).first()
    return moment_of(coming.starts_at) if coming else ""


def _message_url(registration: Registration, page: ClassPage, number: str, frame: Frame) -> str:
    """A chat with the village that begins with what it needs to know.

    Who gave no e-mail address finds the link to the ticket in that chat again.
    """
    words = {
        "title": page.title,
        "code": registration.code,
        "url": frame.site.root_url + tickets.path_of(registration, frame.site),
    }
    greeting = gettext("Hello, I have registered for the class “%(title)s”. My code is %(code)s.") % words
    text = f"{greeting}\n{gettext('My ticket: %(url)s') % words}"
    address = whatsapp_url(number)
    return f"{address}?text={quote(text)}" if address else ""
