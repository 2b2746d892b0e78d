"""Letters about registrations: each is claimed, written and handed over, once.

A letter is claimed by an UPDATE that only one worker can win. When the mail server can't be reached, or
puts it off, it goes back and is queued again later. Where nobody knows whether it arrived it counts as
failed, so that staff tell the person themselves. No address stands in a log.
"""

from __future__ import annotations

import logging
from datetime import timedelta
from smtplib import SMTPRecipientsRefused, SMTPResponseException
from traceback import extract_tb
from typing import TYPE_CHECKING

from django.apps import apps
from django.core.mail import EmailMessage
from django.utils import timezone
from django.utils.translation import gettext, override

from culture import ical
from culture.classes.calendar import FILE_NAME, entries_of
from culture.classes.versions import version_in
from culture.states import NoticeKind
from sites.frame import frame_of
from sites.letters import shown_language, surroundings, write
from sites.models import Village
from sites.newsletter.post import Post

from . import tickets
from .wording import wording_of

if TYPE_CHECKING:
    from culture.models import Notice

logger = logging.getLogger(__name__)

# Until then a mail server that is away is tried again and again.
GIVE_UP_AFTER = timedelta(days=2)
WITH_CALENDAR = {NoticeKind.REGISTERED, NoticeKind.SEATED}


def send(notice_id: int) -> None:
    """Send one letter, if nobody else has it and there is still something to tell."""
    notice = _claim(notice_id)
    if notice is None:
        return
    village = Village.objects.owning(notice.registration.class_page).with_site().first()
    if village is None or village.site is None or village.closed_at or not _still_holds(notice):
        # Deleted rather than failed: staff need not tell anybody what is no longer so.
        notice.delete()
        return
    try:
        with Post() as post:
            if not post.is_open:
                _put_off(notice)
                return
            post.send(compose(notice, village))
    except Exception as error:
        _note_failure(notice, error)
    else:
        _settle(notice, sent_at=timezone.now())


def _claim(notice_id: int) -> Notice | None:
    notices = apps.get_model("culture", "Notice").objects
    free = notices.filter(pk=notice_id, claimed_at=None, sent_at=None, failed_at=None)
    if not free.update(claimed_at=timezone.now()):
        return None
    related = ("registration__class_page__locale", "session", "message")
    return notices.select_related(*related).filter(pk=notice_id).first()


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


def _note_failure(notice: Notice, error: Exception) -> None:
    code = _code_of(error)
    if code and code < 500:
        _put_off(notice)
        return
    place = extract_tb(error.__traceback__)[-1]
    # Its words may name the address.
    logger.error(
        "A letter (%s) could not be sent: %s %s in %s, line %s",
        notice,
        type(error).__name__,
        code or "",
        place.filename,
        place.lineno,
    )
    _settle(notice, failed_at=timezone.now())


def _code_of(error: Exception) -> int | None:
    """The answer of the mail server; below 500 it asks to try again later."""
    if isinstance(error, SMTPRecipientsRefused):
        return next(iter(error.recipients.values()))[0]
    return error.smtp_code if isinstance(error, SMTPResponseException) else None


def _put_off(notice: Notice) -> None:
    now = timezone.now()
    if notice.created_at < now - GIVE_UP_AFTER:
        logger.error("A letter (%s) was given up: the mail server could not be reached in time.", notice)
        _settle(notice, failed_at=now)
    else:
        # `Notice.objects.lost()` finds it after some minutes.
        _settle(notice, claimed_at=None, queued_at=now)


def _settle(notice: Notice, **values) -> None:
    type(notice).objects.filter(pk=notice.pk).update(**values)


def queue_lost() -> int:
    """Put letters into the queue anew whose task was lost with a worker, or which were put off.

    What a worker had in its hands when it ended is not among them: staff tell those people themselves.
    """
    from culture.tasks import send_notice

    lost = apps.get_model("culture", "Notice").objects.lost()
    keys = list(lost.values_list("pk", flat=True))
    for key in keys:
        if lost.filter(pk=key).update(queued_at=timezone.now()):
            send_notice.enqueue(key)
    return len(keys)
