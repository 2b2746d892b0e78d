"""Subscribers and letters for tests, at moments that tests name."""

from datetime import datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from wagtail.models import Site

from sites.models import Delivery, Letter, Subscription

from . import sites as factories

NUMBERS = count(1)
ZONE = ZoneInfo("Asia/Jakarta")
# A Wednesday; the weekly letter before it was due on Monday, 23 November, at six.
NOW = datetime(2026, 11, 25, 10, 0, tzinfo=ZONE)
LAST_MONDAY, NEXT_MONDAY = (datetime(2026, 11, day, 6, 0, tzinfo=ZONE) for day in (23, 30))


def subscribe(site: Site, email: str = "", frequency: str = "at-once", **values) -> Subscription:
    """Somebody who reads since an hour before NOW."""
    email = email or f"pembaca{next(NUMBERS)}@contoh.example"
    since = values.pop("confirmed_at", NOW - timedelta(hours=1))
    values = {"language": "id", "confirmed_at": since, "read_until": since, **values}
    return Subscription.objects.create(site=site, email=email, frequency=frequency, **values)


def announce(village, title: str = "Kerja bakti", before: timedelta = timedelta(minutes=5), **values):
    """An announcement that was published a while before NOW."""
    values = {"first_published_at": NOW - before, "summary": f"{title}, ringkasnya.", **values}
    return factories.make_announcement(village, title, **values)


def make_delivery(subscription: Subscription, **values) -> Delivery:
    """A letter for somebody, in the queue unless told otherwise; so they have read up to its end."""
    letter, _made = Letter.objects.get_or_create(
        site=subscription.site,
        language=subscription.language,
        frequency=subscription.frequency,
        until=values.pop("until", NOW),
        defaults={"since": NOW - timedelta(days=7)},
    )
    Subscription.objects.filter(pk=subscription.pk).update(read_until=letter.until)
    values = {"since": letter.since, "due_at": NOW, **values}
    return Delivery.objects.create(site=letter.site, letter=letter, subscription=subscription, **values)
