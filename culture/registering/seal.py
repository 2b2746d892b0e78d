"""What a form of registration carries unseen: for which class it is, when it was opened, and its own key.

It is signed. By the key a form that is sent twice registers once; by the time we know forms that programs
send at once, and those of a page that somebody kept.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID, uuid4

from django.core import signing
from django.utils import timezone

if TYPE_CHECKING:
    from culture.models import ClassPage

# Nobody reads and fills in a form faster.
LEAST_AGE = timedelta(seconds=3)
# Dates, fee or seats may have changed since; who sends an older one looks at the class once more.
MOST_AGE = timedelta(days=2)


class Seal(NamedTuple):
    key: UUID
    opened_at: datetime

    @property
    def age(self) -> timedelta:
        return timezone.now() - self.opened_at


def _signer(class_page: ClassPage) -> signing.Signer:
    return signing.Signer(salt=f"culture.registration.form.{class_page.pk}", sep=".")


def make(class_page: ClassPage, key: UUID | None = None, opened_at: datetime | None = None) -> str:
    seconds = int((opened_at or timezone.now()).timestamp())
    return _signer(class_page).sign(f"{(key or uuid4()).hex}-{seconds}")


def read(class_page: ClassPage, text: str) -> Seal | None:
    """None where it is missing, forged or of another class."""
    try:
        key, _dash, seconds = _signer(class_page).unsign(text).partition("-")
        return Seal(UUID(key), datetime.fromtimestamp(int(seconds), timezone.get_current_timezone()))
    except (signing.BadSignature, ValueError):
        return None
