"""What is left of registrations when the names are erased: numbers, with the class."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.apps import apps
from django.db.models import F
from django.utils import timezone

from culture.states import RegistrationState

if TYPE_CHECKING:
    from culture.models import Registration

# What the figures call those who are erased in this state.
COUNTED_AS = {
    RegistrationState.SEATED: "seated",
    RegistrationState.WAITING: "waited",
    RegistrationState.CANCELLED: "cancelled",
}


def keep_figures(registrations: Iterable[Registration]) -> None:
    """Add registrations that are about to be erased to the figures of their classes."""
    figures = apps.get_model("culture", "ClassFigures").objects
    numbers: dict[int, Counter] = {}
    for registration in registrations:
        counter = numbers.setdefault(registration.class_page_id, Counter())
        counter.update(["registered", COUNTED_AS[registration.state]])
    for class_page_id, counter in numbers.items():
        kept, _is_new = figures.get_or_create(class_page_id=class_page_id)
        added = {name: F(name) + number for name, number in counter.items()}
        figures.filter(pk=kept.pk).update(**added, erased_at=timezone.now())
