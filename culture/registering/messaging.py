"""What the village writes to everybody in a class, and what it decides about one person."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from culture.states import NoticeKind, RegistrationState

from .notices import tell
from .seats import cancel, hold

if TYPE_CHECKING:
    from culture.models import ClassPage, Registration
    from sites.models import User


@transaction.atomic
def write(class_page: ClassPage, text: str, states: list[str], author: User, form_key: UUID) -> int:
    """Write to those in these states; return to how many. The same form sent twice writes once."""
    page = hold(class_page)
    if page.messages.filter(form_key=form_key).exists():
        return 0
    people = list(page.registrations.filter(state__in=states))
    if people:
        message = page.messages.create(text=text, author=author, form_key=form_key)
        for registration in people:
            tell(registration, NoticeKind.MESSAGE, message=message)
    return len(people)


@transaction.atomic
def take_out(registration: Registration) -> list[Registration]:
    """Cancel a registration on behalf of the village and tell the person; return who got the seat."""
    page = hold(registration.class_page)
    current = page.registrations.filter(pk=registration.pk).first()
    if current is None or current.state == RegistrationState.CANCELLED:
        return []
    seated = cancel(current)
    tell(current, NoticeKind.CANCELLED)
    return seated
