"""How often a form of readers may be sent in an hour: from one connection, and to one place.

Who sent it is kept as a keyed hash that holds for that hour only, and in the database, which all
processes share.
"""

from collections.abc import Iterator
from datetime import datetime
from ipaddress import ip_address, ip_network
from typing import NamedTuple

from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from sites.log_in import reader_address
from sites.models import SignUpTally
from sites.patience import patient

# Of IPv6 one household has at least a /64, and whoever asks for more gets up to a /48.
HOUSEHOLD, NETWORK = 64, 48


class Limits(NamedTuple):
    """How many of one form an hour may bring. `form` keeps its counts apart from those of others."""

    form: str
    from_one_reader: int
    from_one_network: int
    at_one_place: int


def allows(request: HttpRequest, place: str, limits: Limits) -> bool:
    """Count a form that was sent to a place, such as "site-7", and say whether it is within the limits."""
    hour = _this_hour()
    for source, most in _sources(reader_address(request), limits):
        if _count(_key(limits, hour, source), hour) > most:
            return False
    return _count(place, hour) <= limits.at_one_place


def are_used_up(request: HttpRequest, limits: Limits) -> bool:
    """Whether one connection has sent all that an hour may bring already; counts nothing."""
    hour = _this_hour()
    keys = {_key(limits, hour, source): most for source, most in _sources(reader_address(request), limits)}
    tallies = SignUpTally.objects.filter(key__in=keys, hour=hour)
    return any(tally.number >= keys[tally.key] for tally in tallies)


def _this_hour() -> datetime:
    return timezone.now().replace(minute=0, second=0, microsecond=0)


def _key(limits: Limits, hour: datetime, source: str) -> str:
    return salted_hmac(f"{limits.form}.reader", f"{hour}|{source}", algorithm="sha256").hexdigest()


@patient
def _count(key: str, hour: datetime) -> int:
    tally, _made = SignUpTally.objects.get_or_create(key=key, hour=hour)
    SignUpTally.objects.filter(pk=tally.pk).update(number=F("number") + 1)
    tally.refresh_from_db(fields=["number"])
    return tally.number


def _sources(address: str, limits: Limits) -> Iterator[tuple[str, int]]:
    """Whom an address stands for, and how often they may send the form."""
    try:
        found = ip_address(address)
    except ValueError:
        yield address, limits.from_one_reader
        return
    found = getattr(found, "ipv4_mapped", None) or found
    if found.version == 4:
        yield str(found), limits.from_one_reader
        return
    for length, most in ((HOUSEHOLD, limits.from_one_reader), (NETWORK, limits.from_one_network)):
        yield str(ip_network((found, length), strict=False)), most
