"""What the page of a service says of it, in words and in the language of the page."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from django.utils import timezone
from django.utils.translation import gettext, pgettext

from services.querysets.services import CHECK_AGAIN_AFTER
from sites.money import format_rupiah

if TYPE_CHECKING:
    from services.models import ServicePage

KEY_LENGTH = 12


class Fact(NamedTuple):
    icon: str
    label: str
    value: str


class Paper(NamedTuple):
    """One thing to bring. By its key a device remembers that it is ticked; other words are another thing."""

    name: str
    note: str
    key: str


def fee_of(page: ServicePage) -> str:
    """Such as "Free of charge"; the note alone where no amount is known."""
    if page.fee_rupiah is None:
        return page.fee_note
    return pgettext("fee", "Free of charge") if page.is_free else format_rupiah(page.fee_rupiah)


def facts_of(page: ServicePage) -> list[Fact]:
    """The panel at the top of the page: what somebody asks first."""
    found = [
        Fact("banknote", gettext("Fee"), fee_of(page)),
        Fact("clock", gettext("How long it takes"), page.duration),
        Fact("user-round", gettext("Who may ask for it"), page.who),
        Fact("map-pin", gettext("Counter"), page.counter),
    ]
    return [fact for fact in found if fact.value]


def papers_of(page: ServicePage) -> list[Paper]:
    return [_paper(block.value["name"], block.value["note"]) for block in page.papers]


def _paper(name: str, note: str) -> Paper:
    digest = hashlib.sha256(f"{name}\n{note}".encode()).hexdigest()
    return Paper(name, note, digest[:KEY_LENGTH])


def is_checked_lately(page: ServicePage) -> bool:
    """Whether somebody has looked within a year that all of this still holds."""
    oldest = timezone.localdate() - CHECK_AGAIN_AFTER
    return page.checked_on is not None and page.checked_on >= oldest
