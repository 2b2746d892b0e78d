"""What a class and a registration can be, and by which rule."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

if TYPE_CHECKING:
    from culture.models import ClassPage


class ClassState(models.TextChoices):
    OPEN = "open", pgettext_lazy("class", "Registration is open")
    FULL = "full", pgettext_lazy("class", "Full")
    RUNNING = "running", pgettext_lazy("class", "Running, registration is closed")
    CLOSED = "closed", pgettext_lazy("class", "Registration is closed")
    FINISHED = "finished", pgettext_lazy("class", "Finished")
    CANCELLED = "cancelled", pgettext_lazy("class", "Cancelled")


class SessionState(models.TextChoices):
    PLANNED = "planned", pgettext_lazy("session", "Takes place")
    MOVED = "moved", pgettext_lazy("session", "Moved")
    CANCELLED = "cancelled", pgettext_lazy("session", "Cancelled")


class RegistrationState(models.TextChoices):
    SEATED = "seated", pgettext_lazy("registration", "Has a seat")
    WAITING = "waiting", pgettext_lazy("registration", "On the waiting list")
    CANCELLED = "cancelled", pgettext_lazy("registration", "Cancelled")


class AgeGroup(models.TextChoices):
    CHILD = "child", pgettext_lazy("age", "Up to 12 years")
    TEENAGER = "teenager", pgettext_lazy("age", "13 to 17 years")
    ADULT = "adult", pgettext_lazy("age", "18 to 59 years")
    SENIOR = "senior", pgettext_lazy("age", "60 years or older")


class NoticeKind(models.TextChoices):
    """What a letter about a registration tells."""

    REGISTERED = "registered", pgettext_lazy("letter about a class", "registered")
    SEATED = "seated", pgettext_lazy("letter about a class", "got a seat")
    CANCELLED = "cancelled", pgettext_lazy("letter about a class", "taken out by the village")
    SESSION = "session", pgettext_lazy("letter about a class", "a session is cancelled or moved")
    CLASS = "class", pgettext_lazy("letter about a class", "the class is cancelled")
    MESSAGE = "message", pgettext_lazy("letter about a class", "message of the village")


# First and last year of each group; the last one has no end.
AGE_SPANS = {AgeGroup.CHILD: (0, 12), AgeGroup.TEENAGER: (13, 17), AgeGroup.ADULT: (18, 59)}
AGE_SPANS[AgeGroup.SENIOR] = (60, 999)


class EventKind(models.TextChoices):
    FESTIVAL = "festival", _("Festival")
    PERFORMANCE = "performance", _("Performance")
    RITUAL = "ritual", _("Ritual")
    WORKSHOP = "workshop", _("Workshop")
    SPORT = "sport", _("Sport")
    MEETING = "meeting", _("Meeting")
    OTHER = "other", pgettext_lazy("kind of event", "Other")


class EventCertainty(models.TextChoices):
    CONFIRMED = "confirmed", _("The day is set")
    USUAL = "usual", _("Usually in certain months, the day is not set")
    LUNAR = "lunar", _("By a lunar calendar")


class EventStatus(models.TextChoices):
    SCHEDULED = "scheduled", pgettext_lazy("event", "Takes place")
    MOVED = "moved", pgettext_lazy("event", "Moved")
    POSTPONED = "postponed", pgettext_lazy("event", "Postponed")
    CANCELLED = "cancelled", pgettext_lazy("event", "Cancelled")


# Under Law 27/2022 a parent or guardian answers for whom is not of age.
UNDER_AGE = frozenset({AgeGroup.CHILD, AgeGroup.TEENAGER})


def state_of(page: ClassPage, seats_taken: int, today: date) -> ClassState:
    """Return the state of a class on a day; one that takes no registrations is open, running or finished."""
    if page.is_cancelled:
        return ClassState.CANCELLED
    if page.term_to < today:
        return ClassState.FINISHED
    if page.registration_until and page.registration_until < today:
        return ClassState.RUNNING if page.term_from <= today else ClassState.CLOSED
    if page.takes_registrations and seats_taken >= page.quota:
        return ClassState.FULL
    if not page.takes_registrations and page.term_from <= today:
        return ClassState.RUNNING
    return ClassState.OPEN


def age_groups_of(page: ClassPage) -> list[AgeGroup]:
    """The age groups that a class is for, in part at least."""
    youngest, oldest = page.age_from or 0, 999 if page.age_to is None else page.age_to
    return [group for group, (first, last) in AGE_SPANS.items() if first <= oldest and youngest <= last]


def may_register(page: ClassPage, state: ClassState) -> bool:
    """Whether somebody may register now, be it for the waiting list."""
    is_waiting_possible = state == ClassState.FULL and page.has_waiting_list
    return page.takes_registrations and (state == ClassState.OPEN or is_waiting_possible)
