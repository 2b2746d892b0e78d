"""Finding a request by its code. Who tries wrong ones is stopped before luck could help."""

from __future__ import annotations

from django.http import HttpRequest

from services.models import ServiceRequest
from sites import limits
from sites.frame import frame_for

# Wrong codes within an hour. At one place nobody is stopped by what others try.
MOST_WRONG = limits.Limits("services.code", 20, 60, 1_000_000)


class TooManyTriesError(Exception):
    """More wrong codes from one connection than people mistype."""


def find(request: HttpRequest, code: str) -> ServiceRequest | None:
    """The request of a code at this site; None for a wrong one, and for one that is erased.

    Raises `TooManyTriesError`, then also for right codes: who guesses must not learn that one was right.
    """
    village = frame_for(request).village
    if limits.are_used_up(request, MOST_WRONG):
        raise TooManyTriesError
    found = None
    if code and village is not None:
        found = ServiceRequest.objects.filter(village=village, code=code).first()
    place = f"codes-{village.pk if village else 0}"
    if found is None and not limits.allows(request, place, MOST_WRONG):
        # Of many that come at the same moment each found the number small.
        raise TooManyTriesError
    return found
