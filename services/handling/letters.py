"""Letters about requests: whom they reach, and what stands in them; never the text of the request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import apps
from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext, override

from services.choices import LetterKind
from services.codes import readable
from services.handling.subjects import subject_of
from services.tasks import send_request_letter
from sites import queued_letters
from sites.frame import Frame, frame_of
from sites.letters import shown_language, surroundings, write

if TYPE_CHECKING:
    from services.models import RequestEntry, RequestLetter, ServiceRequest

RELATED = ("request__village__site__sitesettings", "request__service", "entry", "user")


def queue(request: ServiceRequest, kind: LetterKind, entry: RequestEntry | None = None, user=None) -> None:
    """Note that somebody is to be told; a letter goes into the queue once all of it is sure.

    Without an e-mail address the note is for staff, who tell the person on WhatsApp.
    """
    letters = apps.get_model("services", "RequestLetter").objects
    letter = letters.create(request=request, kind=kind, entry=entry, user=user)
    if user or request.email:
        transaction.on_commit(lambda: send_request_letter.enqueue(letter.pk))


def send(letter_id: int) -> None:
    """Send one letter, if nobody else has it and there is still something to tell."""
    letters = apps.get_model("services", "RequestLetter").objects.select_related(*RELATED)
    queued_letters.send_once(letters, letter_id, _letter_of)


def queue_lost() -> int:
    lost = apps.get_model("services", "RequestLetter").objects.lost()
    return queued_letters.queue_lost(lost, send_request_letter.enqueue)


def _letter_of(letter: RequestLetter) -> EmailMessage | None:
    village = letter.request.village
    to = letter.user.email if letter.user else letter.request.email
    if not village.is_open or not to or (letter.user and not letter.request.is_open):
        return None
    frame = frame_of(village.site)
    return _to_staff(letter, frame, to) if letter.user else _to_person(letter, frame, to)


def _to_person(letter: RequestLetter, frame: Frame, to: str) -> EmailMessage:
    request = letter.request
    language = shown_language(frame, request.language)
    with override(language):
        context = surroundings(frame, language) | {
            "subject": f"{frame.name}: {_subject(letter)}",
            "request": request,
            "about": subject_of(request),
            "entry": letter.entry,
            "is_first": letter.kind == LetterKind.RECEIVED,
            "code": readable(request.code),
            "url": frame.site.root_url + reverse("request", args=[request.code]),
        }
        return write(frame, to, "services/email/to_person", context)


def _subject(letter: RequestLetter) -> str:
    words = {"subject": subject_of(letter.request), "state": letter.request.get_state_display()}
    if letter.kind == LetterKind.RECEIVED:
        return gettext("We have your request: %(subject)s") % words
    if letter.entry and letter.entry.state:
        return gettext("%(state)s: %(subject)s") % words
    return gettext("A message about your request: %(subject)s") % words


def _to_staff(letter: RequestLetter, frame: Frame, to: str) -> EmailMessage:
    """Without name, code or text: mailboxes of staff keep letters longer than a request may be kept."""
    request = letter.request
    with override(settings.LANGUAGE_CODE):
        words = {"kind": request.get_kind_display(), "subject": request.subject}
        heading = (
            gettext("New message, %(kind)s: %(subject)s")
            if letter.entry
            else gettext("%(kind)s: %(subject)s")
        )
        context = surroundings(frame, settings.LANGUAGE_CODE) | {
            "subject": heading % words,
            "is_reply": letter.entry is not None,
            "request": request,
            "url": frame.site.root_url + reverse("request_desk:request", args=[request.pk]),
        }
        return write(frame, to, "services/email/to_staff", context)
