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
    is_active = not registration.is_cancelled and page.state not in OVER
    cancel_url = tickets.path_of(registration, frame.site, "registration_cancel")
    address = page.get_url(frame.request)
    return {
        "registration": registration,
        "class_page": page,
        "class_url": address if page.live else "",
        "facts": _facts(page, source),
        "queue_place": queue_place(registration) if registration.is_waiting else None,
        "contact": contact,
        "message_url": _message_url(registration, page, contact.whatsapp) if contact else "",
        "calendar_url": address + FILE_NAME if is_active and page.live else "",
        "ticket_url": tickets.path_of(registration, frame.site),
        "cancel_url": cancel_url if is_active else "",
        "again_url": registration_url(page) if registration.is_cancelled and page.live else "",
    }


def queue_place(registration: Registration) -> int:
    """How many are before somebody on the waiting list, themselves counted."""
    before = Q(rank__lt=registration.rank) | Q(rank=registration.rank, number__lte=registration.number)
    return Registration.objects.waiting().filter(before, class_page=registration.class_page_id).count()


def _facts(page: ClassPage, source: ClassPage) -> list[Fact]:
    coming = source.sessions.exclude(state=SessionState.CANCELLED).filter(ends_at__gt=timezone.now()).first()
    found = [
        Fact("calendar-days", gettext("Day and time"), page.schedule),
        Fact("clock", gettext("Next meeting"), moment_of(coming.starts_at) if coming else ""),
        Fact("map-pin", gettext("Place"), page.place_text),
        Fact("banknote", gettext("Fee"), page.fee),
        Fact("calendar-days", gettext("Duration"), term_of(page)),
    ]
    return [fact for fact in found if fact.value]


def _message_url(registration: Registration, page: ClassPage, number: str) -> str:
    """A chat with the village that begins with what it needs to know, for who gave no e-mail address."""
    words = {"title": page.title, "code": registration.code}
    text = gettext("Hello, I have registered for the class “%(title)s”. My code is %(code)s.") % words
    address = whatsapp_url(number)
    return f"{address}?text={quote(text)}" if address else ""
