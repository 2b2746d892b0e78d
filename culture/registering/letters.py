"""Letters about registrations: whom they reach, and what stands in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import apps
from django.core.mail import EmailMessage
from django.utils import timezone
from django.utils.translation import gettext, override

from culture import ical
from culture.classes.calendar import FILE_NAME, entries_of
from culture.classes.versions import version_in
from culture.states import NoticeKind
from sites import queued_letters
from sites.frame import frame_of
from sites.letters import shown_language, surroundings, write
from sites.models import Village

from . import tickets
from .wording import wording_of

if TYPE_CHECKING:
    from culture.models import Notice

WITH_CALENDAR = {NoticeKind.REGISTERED, NoticeKind.SEATED}
RELATED = ("registration__class_page__locale", "session", "message")


def send(notice_id: int) -> None:
    """Send one letter, if nobody else has it and there is still something to tell."""
    notices = apps.get_model("culture", "Notice").objects.select_related(*RELATED)
    queued_letters.send_once(notices, notice_id, _letter_of)


def _letter_of(notice: Notice) -> EmailMessage | None:
    village = Village.objects.owning(notice.registration.class_page).with_site().first()
    is_open = village is not None and village.is_open
    return compose(notice, village) if is_open and _still_holds(notice) else None


def _still_holds(notice: Notice) -> bool:
    """Who has cancelled meanwhile is not told of a seat, nor of a meeting."""
    is_about_leaving = notice.kind == NoticeKind.CANCELLED
    return bool(notice.registration.email) and notice.registration.is_cancelled == is_about_leaving


def compose(notice: Notice, village: Village) -> EmailMessage:
    registration, frame = notice.registration, frame_of(village.site)
    language = shown_language(frame, registration.language)
    with override(language):
        page = version_in(registration.class_page, language)
        wording = wording_of(notice, page)
        ticket = frame.site.root_url + tickets.path_of(registration, frame.site)
        context = surroundings(frame, language) | {
            "subject": f"{frame.name}: {wording.subject}",
            "paragraphs": wording.paragraphs,
            "has_details": wording.has_details,
            "registration": registration,
            "class_page": page,
            "ticket_url": ticket,
        }
        message = write(frame, registration.email, "culture/email/letter", context)
        if notice.kind in WITH_CALENDAR and registration.has_seat:
            message.attach(FILE_NAME, _calendar(page, frame, ticket, language), "text/calendar")
    return message


def _calendar(page, frame, url: str, language: str) -> str:
    sessions = page.sessions.model.objects.of(page).filter(ends_at__gt=timezone.now())
    entries = entries_of(page, sessions, frame.site.hostname, url)
    name = gettext("%(title)s, %(site)s") % {"title": page.title, "site": frame.name}
    return ical.calendar(name, entries, language).decode()


def queue_lost() -> int:
    from culture.tasks import send_notice

    return queued_letters.queue_lost(apps.get_model("culture", "Notice").objects.lost(), send_notice.enqueue)
