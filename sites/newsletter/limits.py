"""How often the sign-up form may be sent in an hour, from one connection and for one site.

Who sent it is kept as a keyed hash that holds for that hour only, and in the database, which all
processes share.
"""

from collections.abc import Iterator
from datetime import datetime
from ipaddress import ip_address, ip_network

from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac
from wagtail.models import Site

from sites.log_in import reader_address
from sites.models import SignUpTally

FROM_ONE_READER, FROM_ONE_NETWORK, AT_ONE_SITE = 10, 50, 200
# Of IPv6 one household has at least a /64, and whoever asks for more gets up to a /48.
HOUSEHOLD, NETWORK = 64, 48


def allows(request: HttpRequest, site: Site) -> bool:
    """Count this sign-up, and say whether it is still within the limits."""
    hour = timezone.now().replace(minute=0, second=0, microsecond=0)
    for place, most in _places(reader_address(request)):
        key = salted_hmac("sites.newsletter.reader", f"{hour}|{place}", algorithm="sha256")
        if _count(key.hexdigest(), hour) > most:
            return False
    return _count(f"site-{site.pk}", hour) <= AT_ONE_SITE


def _count(key: str, hour: datetime) -> int:
    tally, _made = SignUpTally.objects.get_or_create(key=key, hour=hour)
    SignUpTally.objects.filter(pk=tally.pk).update(number=F("number") + 1)
    tally.refresh_from_db(fields=["number"])
    return tally.number


def _places(address: str) -> Iterator[tuple[str, int]]:
    """Whom an address stands for, and how often they may send the form."""
    try:
        found = ip_address(address)
    except ValueError:
        yield address, FROM_ONE_READER
        return
    found = getattr(found, "ipv4_mapped", None) or found
    if found.version == 4:
        yield str(found), FROM_ONE_READER
        return
    for length, most in ((HOUSEHOLD, FROM_ONE_READER), (NETWORK, FROM_ONE_NETWORK)):
        yield str(ip_network((found, length), strict=False)), most
