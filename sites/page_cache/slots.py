"""Times of a day within which the clock changes nothing of what a site of a village lists.

What is asked of the database depends on the time by few fields: when a notice ends, a page is withdrawn, a
session begins. Between two such moments, and within a day, the answers stay the same until somebody changes
something; of that the generations tell.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from functools import partial
from typing import NamedTuple

from django.apps import apps
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import Site

from sites.querysets import all_pages


class Slot(NamedTuple):
    begin: datetime
    end: datetime


def slot_of(frame, moment: datetime) -> Slot:
    """The slot of a moment on the site of a village."""
    moment = timezone.localtime(moment)
    midnight = timezone.make_aware(datetime.combine(moment.date(), time()))
    find = partial(moments_of, frame.site, midnight)
    found = frame.remembered(f"moments:{moment.date()}", find)
    moments = [midnight, *found, midnight + timedelta(days=1)]
    place = bisect_right(moments, moment)
    return Slot(moments[place - 1], moments[place])


def moments_of(site: Site, midnight: datetime) -> list[datetime]:
    """The moments of a day at which something begins or ends on a site, in their order. One query."""
    day = midnight, midnight + timedelta(days=1)
    asked = []
    for rows, field in _rows_with_moments(site):
        of_day = rows.order_by().filter(**{f"{field}__gte": day[0], f"{field}__lt": day[1]})
        asked.append(of_day.values_list(field, flat=True))
    found = asked[0].union(*asked[1:])
    # Some things are over when they end, others just after.
    return sorted(moment + after for moment in found for after in (timedelta(), timedelta.resolution))


def _rows_with_moments(site: Site) -> Iterator[tuple[QuerySet, str]]:
    """What ends by the clock on a site; models say of their rows by `moments_on()`."""
    yield all_pages().shown_on(site), "expire_at"
    for model in apps.get_models():
        if moments_on := getattr(model, "moments_on", None):
            yield from moments_on(site)
