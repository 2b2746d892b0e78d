"""Erasing one person on request. What is erased by itself, by time, is in `delete_expired`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from .seats import fill_seats, hold

if TYPE_CHECKING:
    from culture.models import Registration


@transaction.atomic
def erase(registration: Registration) -> list[Registration]:
    """Erase somebody with everything kept about them; return who got the seat.

    Nobody is told: there is nobody left to tell. How many came to past sessions stays as it was counted.
    """
    page = hold(registration.class_page)
    page.registrations.filter(pk=registration.pk).delete()
    return fill_seats(page)
