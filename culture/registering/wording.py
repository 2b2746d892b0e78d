"""The words of each kind of letter about a registration, in the active language."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext

from culture.classes.words import moment_of
from culture.states import NoticeKind

from .ticket_sights import queue_place

if TYPE_CHECKING:
    from culture.models import ClassPage, Notice


class Wording(NamedTuple):
    subject: str
    paragraphs: list[str]
    # Whether the letter repeats when, where, the code and the link.
    has_details: bool = True


def wording_of(notice: Notice, page: ClassPage) -> Wording:
    """What a letter says. `page` is the version of the class in the language of the letter."""
    write = {
        NoticeKind.REGISTERED: _registered,
        NoticeKind.SEATED: _seated,
        NoticeKind.CANCELLED: _cancelled,
        NoticeKind.SESSION: _session,
        NoticeKind.CLASS: _class,
        NoticeKind.MESSAGE: _message,
    }[NoticeKind(notice.kind)]
    return write(notice, page)


def _registered(notice: Notice, page: ClassPage) -> Wording:
    if notice.registration.is_waiting:
        place = queue_place(notice.registration)
        return Wording(
            gettext("On the waiting list: %(title)s") % {"title": page.title},
            [
                gettext("All seats are taken at the moment. You are on the waiting list, in place %(place)d.")
                % {"place": place},
                gettext("When a seat becomes free, we write to you again."),
            ],
        )
    return Wording(
        gettext("Registered: %(title)s") % {"title": page.title},
        [gettext("You are registered, and have a seat. Show the code when you come for the first time.")],
    )


def _seated(notice: Notice, page: ClassPage) -> Wording:
    return Wording(
        gettext("You have a seat: %(title)s") % {"title": page.title},
        [
            gettext("A seat has become free, and it is yours. You are no longer on the waiting list."),
            gettext("You can't come? Cancel by the link below, so that somebody else gets the seat."),
        ],
    )


def _cancelled(notice: Notice, page: ClassPage) -> Wording:
    return Wording(
        gettext("Registration cancelled: %(title)s") % {"title": page.title},
        [
            gettext("The village has taken your registration out of the list of this class."),
            gettext("Was that a mistake? Answer this letter, or ask the village."),
        ],
        has_details=False,
    )


def _session(notice: Notice, page: ClassPage) -> Wording:
    session = notice.session
    was, now = moment_of(session.planned_at), moment_of(session.starts_at)
    day = date_format(localtime(session.starts_at), "DATE_FORMAT")
    if session.is_cancelled:
        subject = gettext("No meeting on %(day)s: %(title)s")
        first = gettext("The meeting on %(moment)s is cancelled.") % {"moment": now}
    elif not session.is_moved:
        subject = gettext("Meeting on %(day)s takes place: %(title)s")
        first = gettext("The meeting on %(moment)s takes place after all, as it was planned.") % {
            "moment": now
        }
    else:
        subject = gettext("Meeting moved to %(day)s: %(title)s")
        first = gettext("The meeting on %(was)s is moved to %(now)s.") % {"was": was, "now": now}
    reason = session.display_reason
    paragraphs = [first, gettext("Reason: %(reason)s") % {"reason": reason} if reason else ""]
    return Wording(
        subject % {"day": day, "title": page.title}, [paragraph for paragraph in paragraphs if paragraph]
    )


def _class(notice: Notice, page: ClassPage) -> Wording:
    reason = page.why_cancelled
    paragraphs = [gettext("The village has cancelled this class. No further meeting takes place.")]
    if reason:
        paragraphs.append(gettext("Reason: %(reason)s") % {"reason": reason})
    return Wording(
        gettext("Class cancelled: %(title)s") % {"title": page.title}, paragraphs, has_details=False
    )


def _message(notice: Notice, page: ClassPage) -> Wording:
    paragraphs = [line.strip() for line in notice.message.text.splitlines() if line.strip()]
    return Wording(gettext("Message to the class: %(title)s") % {"title": page.title}, paragraphs)
