"""Letters that came back: reads the reports of mail servers (RFC 3464), and stops writing to who is gone."""

import re
from collections.abc import Iterator
from email.message import Message
from typing import NamedTuple

from django.db import transaction
from django.db.models import F, Q
from django.db.models.functions import Greatest
from django.utils import timezone

from sites.models import Delivery, Letter, Subscription

from .tokens import read_delivery_mark

SOFT_IN_A_ROW = 3
MARK = re.compile(r"\b(\d{1,18}-[0-9a-f]{16})@|\+(\d{1,18}-[0-9a-f]{16})\b")
# A full mailbox has a reader who may empty it; "5.7" is about us: our content or our standing.
SOFT_THOUGH_FIVE = ("5.2.2", "5.7")
STATUS = re.compile(r"\b([245]\.\d{1,3}\.\d{1,3})\b")
# What has been counted when it went out; what is still being sent has not.
COUNTED_AS = {Delivery.State.SENT: "sent", Delivery.State.IN_DOUBT: "in_doubt"}
CAME_BACK = [Delivery.State.SENT, Delivery.State.IN_DOUBT, Delivery.State.SENDING]


class Return(NamedTuple):
    """One letter that could not be delivered, and whether that will stay so."""

    delivery: int
    is_hard: bool


def is_for_good(code: int, text: str = "") -> bool:
    """Whether a refusal of a recipient means that the address takes no letters at all."""
    found = STATUS.search(text)
    return code >= 500 and not (found and found[1].startswith(SOFT_THOUGH_FIVE))


def read_report(message: Message) -> Return | None:
    """Read a report; None where it is none, tells of a mere delay, or is not about a letter of ours."""
    parts = [part for part in message.walk() if part.get_content_type() == "message/delivery-status"]
    fields = [block for part in parts for block in _blocks(part)]
    failed = [block for block in fields if str(block.get("Action", "")).strip().lower() == "failed"]
    key = _delivery_of(message)
    if not failed or key is None:
        return None
    status = str(failed[0].get("Status", "")).strip()
    return Return(key, status.startswith("5") and not status.startswith(SOFT_THOUGH_FIVE))


def _blocks(part: Message) -> Iterator[Message]:
    payload = part.get_payload()
    return (
        (block for block in payload if isinstance(block, Message)) if isinstance(payload, list) else iter(())
    )


def _delivery_of(message: Message) -> int | None:
    """Which letter it is about, by a mark that only we can make: nobody can report for others."""
    names = ("To", "Delivered-To", "X-Original-To", "Message-ID", "In-Reply-To", "References")
    sources = [str(part.get(name, "")) for part in message.walk() for name in names]
    # Some servers send only the headers back, as text.
    texts = [
        part.get_payload() for part in message.walk() if part.get_content_type() == "text/rfc822-headers"
    ]
    for text in [*sources, *(text for text in texts if isinstance(text, str))]:
        for groups in MARK.findall(text):
            if key := read_delivery_mark("".join(groups)):
                return key
    return None


def take(returned: Return) -> bool:
    """Act on a letter that came back; False if we know nothing of it (any more) or knew already."""
    delivery = Delivery.objects.select_related("subscription").filter(pk=returned.delivery).first()
    if delivery is None or not _note(delivery):
        return False
    if returned.is_hard or _is_soft_for_too_long(delivery):
        deactivate(delivery.subscription)
    return True


def take_address(email: str, is_hard: bool) -> int:
    """The same by address, for a mail service that tells us; returns how many subscriptions it concerns."""
    found = Subscription.objects.filter(email=email.strip().lower(), deactivated_at=None)
    for subscription in found:
        latest = subscription.deliveries.filter(state__in=CAME_BACK).order_by("pk").last()
        if latest:
            take(Return(latest.pk, is_hard))
        elif is_hard:
            deactivate(subscription)
    return len(found)


def deactivate(subscription: Subscription) -> None:
    """Write to this address no more; it is deleted after a while, or signs up anew."""
    Subscription.objects.filter(pk=subscription.pk).update(deactivated_at=timezone.now())
    waiting = Delivery.objects.filter(subscription=subscription, state=Delivery.State.QUEUED)
    waiting.update(state=Delivery.State.DROPPED)


@transaction.atomic
def _note(delivery: Delivery) -> bool:
    """Mark a letter as returned, and count it as failed instead of sent, while others may go out."""
    mine = Delivery.objects.filter(pk=delivery.pk, state__in=CAME_BACK)
    was = mine.select_for_update().values_list("state", flat=True).first()
    if was is None or not mine.filter(state=was).update(state=Delivery.State.BOUNCED):
        return False
    changes = {"failed": F("failed") + 1}
    if name := COUNTED_AS.get(was):
        changes[name] = Greatest(F(name) - 1, 0)
    Letter.objects.filter(pk=delivery.letter_id).update(**changes)
    return True


def _is_soft_for_too_long(delivery: Delivery) -> bool:
    """Whether this letter and those right before it all came back."""
    earlier = Q(pk__lte=delivery.pk, subscription=delivery.subscription_id)
    went_out = Delivery.objects.filter(earlier, state__in=[*CAME_BACK, Delivery.State.BOUNCED])
    latest = list(went_out.order_by("-pk").values_list("state", flat=True)[:SOFT_IN_A_ROW])
    return latest == [Delivery.State.BOUNCED] * SOFT_IN_A_ROW
