"""In which state a permit is, in the words of the desk."""

from datetime import date

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from marketplace_pages.choices import PERMIT_WARNING


class State(models.TextChoices):
    EXPIRED = "expired", pgettext_lazy("permit", "Run out")
    UNCHECKED = "unchecked", pgettext_lazy("permit", "Not checked")
    ENDING = "ending", _("Runs out within 60 days")
    VALID = "valid", pgettext_lazy("permit", "Valid and checked")


def state_of(permit, today: date | None = None) -> State:
    """The one state that asks most of its village."""
    today = today or timezone.localdate()
    ends = permit.valid_until
    if ends and ends < today:
        return State.EXPIRED
    if not permit.verified_at or not permit.number:
        return State.UNCHECKED
    return State.ENDING if ends and ends <= today + PERMIT_WARNING else State.VALID
