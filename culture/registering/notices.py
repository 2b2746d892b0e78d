"""What people are told about their registration: by letter in the background, or by staff on WhatsApp."""

from __future__ import annotations

from typing import TYPE_CHECKING

from culture.states import NoticeKind
from culture.tasks import send_notice

if TYPE_CHECKING:
    from culture.models import ClassMessage, ClassSession, Notice, Registration


def tell(
    registration: Registration,
    kind: NoticeKind,
    session: ClassSession | None = None,
    message: ClassMessage | None = None,
) -> Notice | None:
    """Note down what somebody is to be told, within the transaction that makes it true.

    Who gave an e-mail address gets a letter from the queue. Who did not stays on the list of those
    whom staff tell by WhatsApp; they have read on the page itself that they are registered, so for that
    nothing is noted.
    """
    if not registration.email and kind == NoticeKind.REGISTERED:
        return None
    notice = registration.notices.create(kind=kind, session=session, message=message)
    if registration.email:
        # A row of the same database: it is there if, and only if, what it tells of is there.
        send_notice.enqueue(notice.pk)
    return notice
