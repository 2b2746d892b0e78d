"""Whether an office or a business is open at this moment; a page that says so is kept until it changes."""

from django.http import HttpRequest
from django.utils import timezone

from sites import opening_hours
from sites.opening_hours import ExceptionalDays, OfficeStatus, Span
from sites.page_cache.marks import holds_until


def open_now(
    request: HttpRequest | None, regular: list[list[Span]], days: list[ExceptionalDays]
) -> OfficeStatus:
    """The status that a page of this request prints; see `opening_hours.status()`."""
    now = timezone.localtime()
    status = opening_hours.status(regular, days, now)
    if moment := status.changes_at(now):
        holds_until(request, moment)
    return status
