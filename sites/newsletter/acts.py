"""What readers do: sign up, confirm, choose anew, leave. Nothing here says whether an address is known."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from wagtail.models import Site

from sites.models import Subscription

from .calendar import first_period

# One address gets one answer a day from a site, and from all sites together no more than this.
ANSWER_EVERY = timedelta(days=1)
MOST_ANSWERS = 5


@transaction.atomic
def sign_up(site: Site, email: str, language: str, frequency: str, kinds: list[str]) -> None:
    """Remember a wish and ask for a letter to that address: to confirm it, or to change what is there.

    The letter goes out in the background: the answer takes as long for known addresses as for new ones.
    """
    wishes = {"language": language, "frequency": frequency, "kinds": kinds}
    # Held until it is written: a letter that is made meanwhile, or leaving, waits for it.
    subscription, is_new = Subscription.objects.select_for_update().get_or_create(
        site=site, email=email.strip().lower(), defaults=wishes
    )
    now = timezone.now()
    if not subscription.is_active and not is_new:
        # Not confirmed, or came back once: begins anew. Who reads already changes it by their own link.
        subscription.language, subscription.frequency, subscription.kinds = language, frequency, kinds
        subscription.created_at, subscription.confirmed_at, subscription.deactivated_at = now, None, None
    if _may_be_asked(subscription, now):
        subscription.asked_at = now
    subscription.save()


def _may_be_asked(subscription: Subscription, now) -> bool:
    recently = now - ANSWER_EVERY
    if subscription.asked_at and subscription.asked_at > recently:
        return False
    elsewhere = Subscription.objects.filter(email=subscription.email, asked_at__gt=recently)
    return elsewhere.count() < MOST_ANSWERS


def confirm(subscription: Subscription) -> None:
    """Begin to send; asked again, it changes nothing."""
    now = timezone.now()
    Subscription.objects.filter(pk=subscription.pk, confirmed_at=None).update(
        confirmed_at=now, deactivated_at=None, read_until=first_period(subscription.frequency, now)
    )


@transaction.atomic
def leave(subscription: Subscription) -> None:
    """Erase the address and all that was kept with it, at once; nothing if somebody else has just done so."""
    if found := hold(subscription):
        found.delete()


def hold(subscription: Subscription) -> Subscription | None:
    """Hold a subscriber until the end of the transaction, before erasing; None if there is nobody any more.

    A letter that is being made holds its readers, too, and would else get a line for who is not there.
    """
    return Subscription.objects.select_for_update().filter(pk=subscription.pk).first()
