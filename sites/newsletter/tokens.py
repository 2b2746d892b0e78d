"""Links of letters: signed, without an address in them, and good at the host of their own site only."""

from datetime import timedelta

from django.core import signing
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import override
from wagtail.models import Site

from sites.models import Subscription

CONFIRM, PREFERENCES, UNSUBSCRIBE = "newsletter_confirm", "newsletter_preferences", "newsletter_unsubscribe"
# How long a link works; the others have no end.
MAX_AGE = {CONFIRM: timedelta(days=Subscription.UNCONFIRMED_DAYS)}
MARK_LENGTH = 16


def _signer(purpose: str, site_id: int) -> signing.TimestampSigner:
    # The site is part of the salt: at another host the signature is as wrong as a forged one.
    return signing.TimestampSigner(salt=f"sites.{purpose}.{site_id}", sep=".")


def token(subscription: Subscription, purpose: str) -> str:
    return _signer(purpose, subscription.site_id).sign(str(subscription.pk))


def address(subscription: Subscription, purpose: str, language: str) -> str:
    """The full address of one of a subscriber's pages, in a language that the site shows."""
    with override(language):
        return subscription.site.root_url + reverse(purpose, args=[token(subscription, purpose)])


def read(site: Site, purpose: str, text: str) -> int | None:
    """Return the key that a link of this site names; None where it is forged, too old or another site's."""
    try:
        return int(_signer(purpose, site.pk).unsign(text, max_age=MAX_AGE.get(purpose)))
    except (signing.BadSignature, ValueError):
        return None


def delivery_mark(key: int) -> str:
    """What a letter carries in its number and its sender, so that one that comes back is known again."""
    return f"{key}-{salted_hmac('sites.newsletter.delivery', str(key)).hexdigest()[:MARK_LENGTH]}"


def read_delivery_mark(text: str) -> int | None:
    number = text.partition("-")[0]
    is_number = number.isascii() and number.isdecimal() and len(number) < 19
    return int(number) if is_number and constant_time_compare(delivery_mark(int(number)), text) else None
