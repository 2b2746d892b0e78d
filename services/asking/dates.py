"""Days on which somebody may come: those on which the service is open, by its own hours or the office's."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils import timezone
from django.utils.formats import date_format

from services.models import ServicePage
from services.week import week_of
from sites import opening_hours
from sites.models import SiteSettings
from sites.opening_hours import Span

WITHIN_DAYS = 30


def open_days(
    settings: SiteSettings, service: ServicePage | None = None
) -> Iterator[tuple[date, list[Span]]]:
    """The days to come within a month, tomorrow first, each with its hours."""
    regular = week_of(service, settings)
    exceptions = opening_hours.exceptions(settings.opening_exceptions)
    today = timezone.localdate()
    for ahead in range(1, WITHIN_DAYS + 1):
        day = today + timedelta(ahead)
        if spans := opening_hours.spans_on(day, regular, exceptions)[0]:
            yield day, spans


def choices(settings: SiteSettings, service: ServicePage | None = None) -> list[tuple[str, str]]:
    """The same as choices of a form: Monday, 30 November (08.00–15.00 WIB)."""
    return [
        (day.isoformat(), f"{date_format(day, 'l, j F')} ({opening_hours.hours_text(spans)})")
        for day, spans in open_days(settings, service)
    ]
