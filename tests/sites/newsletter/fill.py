"""Fills the database of a process of its own: one village, some readers, one announcement for them."""

import sys
from datetime import timedelta

import django


def fill(readers: int) -> None:
    django.setup()
    # Models can be imported only now that Django is set up.
    from django.utils import timezone

    from tests.factories import newsletter, sites

    sites.make_portal()
    village = sites.make_village("kemiren.localhost", name="Kemiren")
    now = timezone.now()
    since = now - timedelta(hours=1)
    for number in range(readers):
        newsletter.subscribe(village.site, f"p{number}@contoh.example", confirmed_at=since)
    sites.make_announcement(village, "Posyandu", first_published_at=now - timedelta(minutes=5))


if __name__ == "__main__":
    fill(int(sys.argv[1]))
