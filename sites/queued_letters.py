"""Sending the letters of an app: each is claimed, written and handed over, once.

A letter is claimed by an UPDATE that only one worker can win. When the mail server can't be reached, or
puts it off, it goes back and is queued again later. Where nobody knows whether it arrived it counts as
failed, so that staff tell the person themselves. No address stands in a log.
"""

import logging
from collections.abc import Callable
from datetime import timedelta
from smtplib import SMTPRecipientsRefused, SMTPResponseException
from traceback import extract_tb

from django.core.mail import EmailMessage
from django.db.models import QuerySet
from django.utils import timezone

from sites.models import QueuedLetter
from sites.newsletter.post import Post

logger = logging.getLogger(__name__)

# Until then a mail server that is away is tried again and again.
GIVE_UP_AFTER = timedelta(days=2)


def send_once(letters: QuerySet, key: int, write: Callable[[QueuedLetter], EmailMessage | None]) -> None:
    """Send one letter, if nobody else has it. `write` returns None where there is nothing to tell any more.

    Such a letter is deleted rather than failed: staff need not tell anybody what is no longer so.
    """
    letter = _claim(letters, key)
    if letter is None:
        return
    try:
        message = write(letter)
        if message is None:
            letter.delete()
            return
        with Post() as post:
            if not post.is_open:
                _put_off(letter)
                return
            post.send(message)
    except Exception as error:
        _note_failure(letter, error)
    else:
        _settle(letter, sent_at=timezone.now())


def _claim(letters: QuerySet, key: int) -> QueuedLetter | None:
    free = letters.model.objects.filter(pk=key, claimed_at=None, sent_at=None, failed_at=None)
    if not free.update(claimed_at=timezone.now()):
        return None
    return letters.filter(pk=key).first()


def _note_failure(letter: QueuedLetter, error: Exception) -> None:
    code = _code_of(error)
    if code and code < 500:
        _put_off(letter)
        return
    place = extract_tb(error.__traceback__)[-1]
    # Its words may name the address.
    logger.error(
        "A letter (%s) could not be sent: %s %s in %s, line %s",
        letter,
        type(error).__name__,
        code or "",
        place.filename,
        place.lineno,
    )
    _settle(letter, failed_at=timezone.now())


def _code_of(error: Exception) -> int | None:
    """The answer of the mail server; below 500 it asks to try again later."""
    if isinstance(error, SMTPRecipientsRefused):
        return next(iter(error.recipients.values()))[0]
    return error.smtp_code if isinstance(error, SMTPResponseException) else None


def _put_off(letter: QueuedLetter) -> None:
    now = timezone.now()
    if letter.created_at < now - GIVE_UP_AFTER:
        logger.error("A letter (%s) was given up: the mail server could not be reached in time.", letter)
        _settle(letter, failed_at=now)
    else:
        # `lost()` finds it after some minutes.
        _settle(letter, claimed_at=None, queued_at=now)


def _settle(letter: QueuedLetter, **values) -> None:
    type(letter).objects.filter(pk=letter.pk).update(**values)


def queue_lost(lost: QuerySet, enqueue: Callable[[int], object]) -> int:
    """Put letters into the queue anew whose task was lost with a worker, or which were put off.

    What a worker had in its hands when it ended is not among them: staff tell those people themselves.
    """
    keys = list(lost.values_list("pk", flat=True))
    for key in keys:
        if lost.filter(pk=key).update(queued_at=timezone.now()):
            enqueue(key)
    return len(keys)
