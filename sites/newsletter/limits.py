"""How often the sign-up form may be sent in an hour, from one connection and for one site.

Who sent it is kept as a keyed hash that holds for that hour only, and in the database, which all
processes share.
"""

from datetime import datetime
from ipaddress import ip_address, ip_network

from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac
from wagtail.models import Site

from sites.log_in import reader_address
from sites.models import SignUpTally

FROM_ONE_READER, AT_ONE_SITE = 10, 200


def allows(request: HttpRequest, site: Site) -> bool:
    """Count this sign-up, and say whether it is still within the limits."""
    hour = timezone.now().replace(minute=0, second=0, microsecond=0)
    reader = salted_hmac(
        "sites.newsletter.reader", f"{hour}|{_place(reader_address(request))}", algorithm="sha256"
    )
    if _count(reader.hexdigest(), hour) > FROM_ONE_READER:
        return False
    return _count(f"site-{site.pk}", hour) <= AT_ONE_SITE


def _count(key: str, hour: datetime) -> int:
    tally, _made = SignUpTally.objects.get_or_create(key=key, hour=hour)
    SignUpTally.objects.filter(pk=tally.pk).update(number=F("number") + 1)
    tally.refresh_from_db(fields=["number"])
    return tally.number


def _place(address: str) -> str:
    """The address, or of IPv6 the network of one household, which has billions of them."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    return str(ip_network((found, 64), strict=False)) if found.version == 6 else str(found)
