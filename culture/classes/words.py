"""What the page of a class says of it, in words and in the language of the page."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from django.utils.formats import date_format, time_format
from django.utils.timezone import localtime
from django.utils.translation import gettext, ngettext, pgettext

from sites.money import format_rupiah

if TYPE_CHECKING:
    from culture.models import ClassPage

OLDEST_CHILD = 17


def moment_of(moment: datetime) -> str:
    """Such as "Minggu, 29 November 2026, 09.00 WIB"."""
    local = localtime(moment)
    return gettext("%(day)s, %(time)s WIB") % {
        "day": date_format(local, "l, j F Y"),
        "time": time_format(local),
    }


class Fact(NamedTuple):
    icon: str
    label: str
    value: str


def fee_of(page: ClassPage) -> str:
    return format_rupiah(page.fee_rupiah) if page.fee_rupiah else pgettext("fee", "Free of charge")


def ages_of(page: ClassPage) -> str:
    """Such as "7–12 years"; for everybody where nothing is said."""
    first, last = page.age_from, page.age_to
    if first and last is not None:
        return gettext("%(first)d–%(last)d years") % {"first": first, "last": last}
    if first:
        return gettext("%(first)d years or older") % {"first": first}
    if last is not None:
        return gettext("Up to %(last)d years") % {"last": last}
    return gettext("All ages")


def term_of(page: ClassPage) -> str:
    days = {name: date_format(getattr(page, f"term_{name}"), "DATE_FORMAT") for name in ("from", "to")}
    if page.term_from == page.term_to:
        return days["from"]
    return gettext("%(from)s to %(to)s") % days


def teacher_of(page: ClassPage) -> str:
    """The role; the name beside it only where the teacher agrees."""
    name = page.teacher_name if page.teacher_agreed else ""
    return ", ".join(part for part in (name, page.said("teacher_role")) if part)


def facts_of(page: ClassPage, meetings: int) -> list[Fact]:
    """The panel at the top of the page. `meetings` is how many take place in the whole term."""
    duration = term_of(page)
    if meetings and not page.is_cancelled:
        number = ngettext("%(number)d meeting", "%(number)d meetings", meetings) % {"number": meetings}
        duration = f"{duration} ({number})"
    found = [
        Fact("calendar-days", gettext("Day and time"), page.schedule),
        Fact("clock", gettext("Duration"), duration),
        Fact("map-pin", gettext("Place"), page.place_text),
        Fact("banknote", gettext("Fee"), page.fee),
        Fact("users-round", gettext("Age"), ages_of(page)),
        Fact("compass", gettext("Level"), page.get_level_display()),
        Fact("message-circle", gettext("Language of the class"), page.get_language_display()),
        Fact("user-round", gettext("Teacher"), teacher_of(page)),
    ]
    return [fact for fact in found if fact.value]
