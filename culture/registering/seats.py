"""Who has a seat and who waits. All of it is settled under a lock on the class, in the database."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import Max, Min, Q
from django.utils import timezone
from django.utils.crypto import salted_hmac

from culture.states import ClassState, NoticeKind, RegistrationState, may_register, state_of
from sites.page_cache.changes import changed
from sites.patience import patient

from .notices import tell

if TYPE_CHECKING:
    from culture.models import ClassPage, Registration

# Without what is mistaken for another one when read aloud: 0 and O, 1, I and L.
CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
CODE_LENGTH = 6


class RegistrationClosedError(Exception):
    """The class takes nobody at this moment; `state` says why."""

    def __init__(self, state: ClassState):
        super().__init__(state)
        self.state = state


class AlreadyRegisteredError(Exception):
    """The same person is in the class, or waits for it."""

    def __init__(self, registration: Registration):
        super().__init__(registration.pk)
        self.registration = registration


class Person(NamedTuple):
    """Who registers, as the form has found it valid."""

    name: str
    age_group: str
    language: str
    guardian_name: str = ""
    whatsapp: str = ""
    email: str = ""

    def key_in(self, class_page: ClassPage) -> str:
        """What tells a person from another one in a class: name, and the address or number given."""
        said = "|".join((" ".join(self.name.casefold().split()), self.email.casefold(), str(self.whatsapp)))
        salt = f"culture.registration.{class_page.pk}"
        return salted_hmac(salt, said, algorithm="sha256").hexdigest()

    def is_known_as(self, key: str) -> Q:
        """Condition for registrations of the same person: by the key, or by name and one of the contacts."""
        contact = Q(email=self.email.lower()) if self.email else Q(pk__in=[])
        if self.whatsapp:
            contact |= Q(whatsapp=self.whatsapp)
        return Q(person_key=key) | contact & Q(name__iexact=" ".join(self.name.split()))


def hold(class_page: ClassPage) -> ClassPage:
    """Return a class as it is stored, locked until the transaction ends: who comes next waits here."""
    return type(class_page).objects.select_for_update(of=("self",)).get(pk=class_page.pk)


@patient
@transaction.atomic
def register(class_page: ClassPage, person: Person, form_key: UUID) -> Registration:
    """Give somebody a seat, or the next place on the waiting list.

    The same form sent twice gives the same registration. Raises `AlreadyRegisteredError` and
    `RegistrationClosedError`.
    """
    page = hold(class_page)
    person_key = person.key_in(page)
    sent_before = page.registrations.filter(form_key=form_key)
    if again := sent_before.filter(person_key=person_key).first():
        return again
    if other := page.registrations.active().filter(person.is_known_as(person_key)).first():
        raise AlreadyRegisteredError(other)
    taken = page.registrations.seated().count()
    state = state_of(page, taken, timezone.localdate())
    if not may_register(page, state):
        raise RegistrationClosedError(state)
    has_seat = state == ClassState.OPEN and not page.registrations.waiting().exists()
    now = timezone.now()
    registration = page.registrations.create(
        **person._asdict(),
        number=(page.registrations.aggregate(last=Max("number"))["last"] or 0) + 1,
        code=_free_code(page),
        state=RegistrationState.SEATED if has_seat else RegistrationState.WAITING,
        seated_at=now if has_seat else None,
        agreed_at=now,
        # A page that a proxy has kept gives several people the same form.
        form_key=uuid4() if sent_before.exists() else form_key,
        person_key=person_key,
    )
    tell(registration, NoticeKind.REGISTERED)
    return registration


def _free_code(page: ClassPage) -> str:
    """A code that no registration has; of half a milliard of them, one seldom takes two tries."""
    registrations = page.registrations.model.objects
    while True:
        letters = "".join(secrets.choice(CODE_LETTERS) for _place in range(CODE_LENGTH))
        code = f"{letters[:3]}-{letters[3:]}"
        if not registrations.filter(code=code).exists():
            return code


@patient
@transaction.atomic
def cancel(registration: Registration) -> list[Registration]:
    """Take somebody out, and give the seat to who waits first; return who got one. Twice changes nothing."""
    page = hold(registration.class_page)
    seat = page.registrations.active().filter(pk=registration.pk)
    if not seat.update(state=RegistrationState.CANCELLED, cancelled_at=timezone.now(), seated_at=None):
        return []
    changed(page)
    return fill_seats(page)


@transaction.atomic
def fill_seats(class_page: ClassPage) -> list[Registration]:
    """Give free seats to who waits first, and tell them; nothing once the class is over or cancelled."""
    page = hold(class_page)
    taken = page.registrations.seated().count()
    if state_of(page, taken, timezone.localdate()) in {ClassState.FINISHED, ClassState.CANCELLED}:
        return []
    free = max(0, page.quota - taken)
    return [_seat(registration) for registration in page.registrations.waiting()[:free]]


def _seat(registration: Registration) -> Registration:
    registration.state, registration.seated_at = RegistrationState.SEATED, timezone.now()
    registration.save(update_fields=["state", "seated_at"])
    tell(registration, NoticeKind.SEATED)
    return registration


@transaction.atomic
def move_up(registration: Registration) -> None:
    """Put somebody at the head of the waiting list; staff have their reasons."""
    page = hold(registration.class_page)
    first = page.registrations.waiting().aggregate(rank=Min("rank"))["rank"] or 0
    page.registrations.waiting().filter(pk=registration.pk).update(rank=first - 1)
