"""Who came to a session, as staff tick it off."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

if TYPE_CHECKING:
    from culture.models import ClassSession

from .seats import hold


def may_be_taken(session: ClassSession) -> bool:
    """From the day of the session on, unless it did not take place."""
    has_begun = timezone.localtime(session.starts_at).date() <= timezone.localdate()
    return has_begun and not session.is_cancelled


@transaction.atomic
def take(session: ClassSession, listed: Iterable[int], there: Iterable[int]) -> int:
    """Keep who of those `listed` was `there`, by the keys of their registrations; return how many came.

    Whose seat was given away meanwhile, or who is no longer kept, is left out. The number of the session
    changes by what is changed here: it may hold people whose names are erased.
    """
    page = hold(session.class_page)
    session = page.sessions.select_for_update().get(pk=session.pk)
    known = set(page.registrations.seated().filter(pk__in=listed).values_list("pk", flat=True))
    came = known & set(there)
    before = session.attendances.filter(registration__in=known, was_there=True).count()
    rows = [
        session.attendances.model(session=session, registration_id=key, was_there=key in came)
        for key in sorted(known)
    ]
    session.attendances.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["registration", "session"],
        update_fields=["was_there"],
    )
    session.attended = max(0, (session.attended or 0) - before) + len(came)
    session.save(update_fields=["attended"])
    return session.attended
