"""Readers of a site's newsletter, its letters, and who was sent them."""

from sites.models import SignUpTally
from tests.factories.newsletter import make_delivery, subscribe


def add_readers(part) -> None:
    part.has.subscription = subscribe(part.site, f"{part.mark.lower()}-pelanggan@contoh.example")
    part.has.delivery = make_delivery(part.has.subscription, state="sent")


def add_tally(part) -> None:
    """What is counted of all sites; no key tells whose it is."""
    SignUpTally.objects.create(key=f"{part.mark}-hitungan", hour=part.has.delivery.due_at, number=1)
