"""What is done with a request, by the office or by who asked: each act whole, under a lock on the request."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from services.choices import CLOSED_STATES, NEXT_STATES, EntryKind, LetterKind, RequestState
from services.duty import accounts_to_tell, clerks_of
from services.models import RequestEntry, RequestFigure, ServiceRequest
from sites.models import User

from . import letters

# The office has done its part; that somebody comes late to collect is not its delay.
ANSWERED_STATES = (RequestState.READY, *CLOSED_STATES)


class ChangedMeanwhile(Exception):
    """Somebody else has changed the state since the page was opened, or the step is none that may follow."""


class Erased(Exception):
    """The request is gone: its time was over, or somebody has erased it."""


@contextmanager
def _locked(request: ServiceRequest) -> Iterator[ServiceRequest]:
    with transaction.atomic():
        found = ServiceRequest.objects.select_for_update(of=("self",)).filter(pk=request.pk).first()
        if found is None:
            raise Erased
        yield found


def change_state(
    request: ServiceRequest, seen: str, state: str, actor: User, text: str = "", key: UUID | None = None
) -> RequestEntry:
    """Take a request on, and tell the person. `seen` is the state that the clerk has looked at.

    Raises `ChangedMeanwhile` or `Erased`. The same form again changes nothing.
    """
    with _locked(request) as held:
        if done := _written_by(held, key):
            return done
        if held.state != seen or state not in NEXT_STATES[held.state]:
            raise ChangedMeanwhile
        return _enter(held, state, actor, text, key)


def _enter(held: ServiceRequest, state: str, actor: User | None, text: str, key: UUID | None) -> RequestEntry:
    was_answered = held.state in ANSWERED_STATES
    held.state = state
    held.closed_at = timezone.now() if state in CLOSED_STATES else None
    if actor and held.assignee_id is None:
        held.assignee = actor
    held.save(update_fields=["state", "closed_at", "assignee"])
    _count(held, was_answered)
    entry = held.entries.create(kind=EntryKind.STATE, state=state, text=text, author=actor, form_key=key)
    if actor:
        letters.queue(held, LetterKind.NEWS, entry)
    return entry


def _count(held: ServiceRequest, was_answered: bool) -> None:
    """Keep the state for reports, and the day on which the office had done its part."""
    figures = RequestFigure.objects.filter(request=held)
    if held.state not in ANSWERED_STATES:
        figures.update(state=held.state, closed_on=None)
    elif was_answered:
        figures.update(state=held.state)
    else:
        figures.update(state=held.state, closed_on=timezone.localdate())


def withdraw(request: ServiceRequest) -> None:
    """Who asked needs it no more; twice is once, and what is closed stays as it was closed."""
    with _locked(request) as held:
        if held.is_open:
            _enter(held, RequestState.WITHDRAWN, None, "", None)


def answer(request: ServiceRequest, actor: User, text: str, key: UUID) -> RequestEntry:
    """Write to the person; the state stays."""
    return _write(request, EntryKind.ANSWER, text, key, actor)


def reply(request: ServiceRequest, text: str, key: UUID) -> RequestEntry:
    """What the person writes on the page of the request."""
    return _write(request, EntryKind.REPLY, text, key)


def note(request: ServiceRequest, actor: User, text: str, key: UUID) -> RequestEntry:
    """Something for the office alone."""
    return _write(request, EntryKind.NOTE, text, key, actor)


def _write(
    request: ServiceRequest, kind: EntryKind, text: str, key: UUID, actor: User | None = None
) -> RequestEntry:
    with _locked(request) as held:
        if done := _written_by(held, key):
            return done
        entry = held.entries.create(kind=kind, text=text, author=actor, form_key=key)
        if kind == EntryKind.ANSWER:
            letters.queue(held, LetterKind.NEWS, entry)
        if kind == EntryKind.REPLY and held.is_open:
            for user in _whom_to_tell(held):
                letters.queue(held, LetterKind.ON_DUTY, entry, user=user)
        return entry


def _whom_to_tell(held: ServiceRequest) -> list[User]:
    """Who looks after it, if they still may; else who hears of new requests."""
    clerk = clerks_of(held.village).filter(pk=held.assignee_id).exclude(email="").first()
    return [clerk] if clerk else accounts_to_tell(held.village)


def assign(request: ServiceRequest, user: User | None, actor: User | None = None) -> None:
    """Hand it to somebody, who is told unless they took it themselves; or to nobody."""
    with _locked(request) as held:
        if held.assignee_id == (user.pk if user else None):
            return
        held.assignee = user
        held.save(update_fields=["assignee"])
        if user and user != actor and user.email and held.is_open:
            letters.queue(held, LetterKind.ON_DUTY, user=user)


def publish(
    request: ServiceRequest, text: str, public_answer: str, pictures: list[int], place: str | None = None
) -> None:
    """Show a complaint or an idea to everybody, in words that the office has looked at.

    Another `place` takes that of the sender, which stays with the office as a note.
    """
    with _locked(request) as held:
        if not held.may_be_public:
            raise ChangedMeanwhile
        held.public_text, held.public_answer = text, public_answer
        held.published_at = held.published_at or timezone.now()
        if place is not None and place != held.place:
            said = gettext("Place, as its sender wrote it: %(place)s") % {"place": held.place}
            held.entries.create(kind=EntryKind.NOTE, text=said)
            held.place = place
        held.save(update_fields=["public_text", "public_answer", "published_at", "place"])
        for attachment in held.attachments.all():
            attachment.is_public = attachment.is_picture and attachment.pk in pictures
            attachment.save(update_fields=["is_public"])


def take_back(request: ServiceRequest) -> None:
    """Show it to nobody any more; the text stays with the office."""
    with _locked(request) as held:
        held.published_at = None
        held.save(update_fields=["published_at"])
        held.attachments.update(is_public=False)


def keep_private(request: ServiceRequest) -> None:
    """Who sent it does not want it to be read by everybody any more; it is not published again."""
    with _locked(request) as held:
        held.may_be_public, held.published_at = False, None
        held.save(update_fields=["may_be_public", "published_at"])
        held.attachments.update(is_public=False)


def erase(request: ServiceRequest) -> None:
    """Erase a request with everything kept about its sender; what was counted stays."""
    ServiceRequest.objects.filter(pk=request.pk).delete()


def _written_by(held: ServiceRequest, key: UUID | None) -> RequestEntry | None:
    return held.entries.filter(form_key=key).first() if key else None
