"""When letters are due, and how far back they look."""

from datetime import datetime, time, timedelta

from django.conf import settings
from django.utils import timezone

from sites.models import Frequency

# What is being published at this moment has its date already, while its pictures are still made.
SETTLE = timedelta(seconds=30)
# After a long pause nobody gets what is no news any more.
FURTHEST_BACK = {Frequency.AT_ONCE: timedelta(days=7), Frequency.WEEKLY: timedelta(days=28)}


def last_weekly(now: datetime) -> datetime:
    """The last time the weekly letter was due, by the clock of Banyuwangi."""
    local = timezone.localtime(now)
    days = (local.weekday() - settings.NEWSLETTER_WEEKDAY) % 7
    day = local.date() - timedelta(days=days)
    due = timezone.make_aware(datetime.combine(day, time(settings.NEWSLETTER_HOUR)))
    return due if due <= now else due - timedelta(days=7)


def end_of_period(frequency: str, now: datetime) -> datetime:
    """Up to when a letter tells what was published, if it is made now."""
    settled = now - SETTLE
    return last_weekly(settled) if frequency == Frequency.WEEKLY else settled


def first_period(frequency: str, confirmed_at: datetime) -> datetime:
    """From when on a new subscriber's letters tell: since the last weekly one, or from now on."""
    return last_weekly(confirmed_at) if frequency == Frequency.WEEKLY else confirmed_at
