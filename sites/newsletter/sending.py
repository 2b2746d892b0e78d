"""Hands letters over to the mail server: some at a time, not too fast, and none twice.

A letter is claimed in the database right before it is handed over, by an UPDATE that only one process
can win. What is found claimed long afterwards was in the hands of a process that ended: nobody knows
whether it arrived, so it is not sent again.
"""

import logging
from collections import Counter
from datetime import datetime, timedelta
from itertools import chain, zip_longest
from math import ceil
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPResponseException
from time import monotonic
from traceback import extract_tb

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import OperationalError, transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from sites.models import Delivery, Letter, Subscription
from sites.publications import published

from . import composing, returns
from .editions import narrowed
from .post import Post

logger = logging.getLogger(__name__)

State = Delivery.State
IN_DOUBT_AFTER = timedelta(minutes=10)
STALE_AFTER = timedelta(days=7)
# Wait after a try that the mail server put off; four times as long after each further one.
FIRST_WAIT, WAIT_FACTOR, MOST_ATTEMPTS = timedelta(minutes=5), 4, 6


def send_due(now: datetime, seconds: float | None = None) -> Counter:
    """Send answers to sign-ups and what is queued, as much as the pace allows, for some seconds at most.

    Returns how many letters came to which state.
    """
    end = None if seconds is None else monotonic() + seconds
    counts = Counter({State.IN_DOUBT: give_up_lost(now)})
    drop_stale(now)
    batch = next_batch(now)
    if not batch:
        return counts
    with Post() as post:
        letters = {}
        for due in batch:
            if not post.is_open or (end and monotonic() >= end):
                break
            if isinstance(due, Subscription):
                _answer(due, post)
            elif state := _deliver(due, letters, post):
                counts[state] += 1
    return counts


def give_up_lost(now: datetime) -> int:
    """Letters that a process had in its hands when it ended: count them as in doubt."""
    lost = Delivery.objects.filter(state=State.SENDING, claimed_at__lte=now - IN_DOUBT_AFTER)
    number = sum(settle(delivery, State.IN_DOUBT, State.SENDING) for delivery in lost)
    if number:
        logger.warning("%s letters are in doubt: sending ended before the mail server answered.", number)
    return number


def drop_stale(now: datetime) -> None:
    stale = Delivery.objects.filter(state=State.QUEUED, letter__until__lte=now - STALE_AFTER)
    Delivery.objects.filter(pk__in=stale.values("pk")).update(state=State.DROPPED)


def next_batch(now: datetime) -> list[Subscription | Delivery]:
    """Whom to answer and what to deliver, in turns, as much as the pace allows.

    While letters wait, answers get half of each minute at most: a flood of sign-ups must not hold them up.
    """
    pace, minute_ago = settings.NEWSLETTER_PER_MINUTE, now - timedelta(minutes=1)
    answered = Subscription.objects.filter(answered_at__gt=minute_ago).count()
    delivered = Delivery.objects.filter(claimed_at__gt=minute_ago).count()
    room = max(0, pace - answered - delivered)
    deliveries = list(_due_deliveries(now)[:room])
    for_answers = max(ceil(pace / 2) - answered, room - len(deliveries), 0)
    answers = list(_due_answers(now)[: min(for_answers, room)])
    in_turns = zip_longest(answers, deliveries[: room - len(answers)])
    return [due for due in chain.from_iterable(in_turns) if due]


def _due_deliveries(now: datetime) -> QuerySet:
    # "at-once" stands before "weekly", also in the alphabet.
    due = Delivery.objects.filter(state=State.QUEUED, due_at__lte=now, site__village__closed_at=None)
    return due.select_related("letter__site__root_page", "subscription__site__sitesettings", "site").order_by(
        "letter__frequency", "pk"
    )


def _due_answers(now: datetime) -> QuerySet:
    due = Subscription.objects.unanswered().filter(asked_at__lte=now, site__village__closed_at=None)
    return due.select_related("site__sitesettings", "site__root_page").order_by("asked_at", "pk")


def _answer(subscription: Subscription, post: Post) -> None:
    before = subscription.answered_at
    same = Subscription.objects.filter(pk=subscription.pk, answered_at=before)
    if not same.update(answered_at=timezone.now()):
        return
    try:
        post.send(composing.compose_answer(subscription))
    except SMTPRecipientsRefused as refusal:
        if returns.is_for_good(*_reply(refusal)):
            returns.deactivate(subscription)
    except (OSError, OperationalError) as error:
        # Due again after a while: of these, two do no harm. Deleted with the sign-up, if it never works.
        later = timezone.now() + FIRST_WAIT
        Subscription.objects.filter(pk=subscription.pk).update(answered_at=before, asked_at=later)
        logger.warning("An answer to a sign-up waits (%s).", _code(error))
    except Exception as error:
        # It would fail the same way again: it stays answered, and is deleted with the sign-up.
        logger.error("The answer to %s could not be sent (%s).", subscription, _fault(error))


def _deliver(delivery: Delivery, letters: dict, post: Post) -> str | None:
    """Claim, write and hand over one letter; return its state, or None if somebody else has it."""
    claim = Delivery.objects.filter(pk=delivery.pk, state=State.QUEUED)
    if not claim.update(state=State.SENDING, claimed_at=timezone.now(), attempts=F("attempts") + 1):
        return None
    delivery.attempts += 1
    pages = narrowed(_pages_of(delivery.letter, letters), delivery.subscription.kinds, delivery.since)
    if not pages or not delivery.subscription.is_active:
        return _settled(delivery, State.DROPPED)
    try:
        message = composing.compose(delivery, pages)
    except Exception as error:
        # One letter that can't be written must not hold up the others, nor what else the schedule does.
        logger.error("Letter %s could not be written (%s).", delivery, _fault(error))
        return _settled(delivery, State.FAILED)
    return _hand_over(delivery, message, post)


def _hand_over(delivery: Delivery, message: EmailMessage, post: Post) -> str:
    try:
        post.send(message)
    except SMTPRecipientsRefused as refusal:
        code, text = _reply(refusal)
        if code < 500:
            return _put_off(delivery, code)
        if returns.is_for_good(code, text):
            returns.deactivate(delivery.subscription)
        return _settled(delivery, State.BOUNCED)
    except SMTPResponseException as error:
        if isinstance(error, SMTPDataError) and error.smtp_code >= 500:
            return _settled(delivery, State.FAILED)
        # Said of us, not of the reader: a limit, or a sender that the server does not take.
        return _put_off(delivery, error.smtp_code)
    except OSError as error:
        logger.warning("A letter is in doubt: the mail server went away (%s).", type(error).__name__)
        return _settled(delivery, State.IN_DOUBT)
    except Exception as error:
        # No answer of the server but a letter that can't be put on the wire, and never will be.
        logger.error("Letter %s could not be handed over (%s).", delivery, _fault(error))
        return _settled(delivery, State.FAILED)
    return _settled(delivery, State.SENT)


def _pages_of(letter: Letter, letters: dict) -> list:
    """What of a letter readers still find: asked anew for each batch, for some may be withdrawn by now."""
    if letter.pk not in letters:
        period = {"since": letter.since, "until": letter.until}
        letters[letter.pk] = published(letter.site, letter.language, **period)
    return letters[letter.pk]


def _put_off(delivery: Delivery, code: int) -> str:
    """Back to the queue, for longer each time; given up after some tries."""
    logger.warning("A letter waits: the mail server said %s (try %s).", code, delivery.attempts)
    if delivery.attempts >= MOST_ATTEMPTS:
        return _settled(delivery, State.FAILED)
    wait = FIRST_WAIT * WAIT_FACTOR ** (delivery.attempts - 1)
    mine = Delivery.objects.filter(pk=delivery.pk, state=State.SENDING)
    mine.update(state=State.QUEUED, due_at=timezone.now() + wait)
    return State.QUEUED


def _settled(delivery: Delivery, state: str) -> str:
    settle(delivery, state, State.SENDING)
    return state


COUNTED_AS = {
    State.SENT: "sent",
    State.FAILED: "failed",
    State.BOUNCED: "failed",
    State.IN_DOUBT: "in_doubt",
}


@transaction.atomic
def settle(delivery: Delivery, state: str, before: str) -> bool:
    """Write down how a letter ended and count it, once; False if it was not in the state before.

    Both in one: who takes it for returned in between would find it sent, but not counted yet.
    """
    if not Delivery.objects.filter(pk=delivery.pk, state=before).update(state=state):
        return False
    if name := COUNTED_AS.get(state):
        Letter.objects.filter(pk=delivery.letter_id).update(**{name: F(name) + 1})
    return True


def _reply(refusal: SMTPRecipientsRefused) -> tuple[int, str]:
    code, text = next(iter(refusal.recipients.values()))
    return code, text.decode("ascii", "replace") if isinstance(text, bytes) else text


def _code(error: Exception) -> object:
    """The number only: the words of a mail server may name the address."""
    return getattr(error, "smtp_code", type(error).__name__)


def _fault(error: Exception) -> str:
    """What went wrong and where, without the words of the error: they may name the address."""
    place = extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {place.filename}, line {place.lineno}"
