"""Which hosts the shops and accounts of each channel have."""

from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from marketplace_pages.choices import Channel

HOSTS = {
    Channel.SHOPEE: ("shopee.co.id", "shp.ee"),
    Channel.TOKOPEDIA: ("tokopedia.com", "tokopedia.link"),
    Channel.LAZADA: ("lazada.co.id",),
    Channel.BLIBLI: ("blibli.com",),
    Channel.TIKTOK: ("tiktok.com",),
    Channel.INSTAGRAM: ("instagram.com",),
    Channel.FACEBOOK: ("facebook.com", "fb.com", "fb.me"),
    Channel.YOUTUBE: ("youtube.com", "youtu.be"),
}


def check_link(channel: str, url: str) -> None:
    """Raise `ValidationError` where an address is none of its channel."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    if parts.scheme not in {"http", "https"}:
        message = gettext("The address begins with https://.")
        raise ValidationError(message, code="scheme")
    known = HOSTS.get(channel)
    if known and not any(host == name or host.endswith(f".{name}") for name in known):
        values = {"channel": Channel(channel).label, "host": known[0]}
        message = gettext("This is no address of %(channel)s. It begins with https://%(host)s/.") % values
        raise ValidationError(message, code="host")
