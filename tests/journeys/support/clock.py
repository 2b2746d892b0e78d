"""Print, as JSON, which pages of the demo say something else before the time to which they are kept.

Runs on the data of a server of the journeys: each page is made by the page cache at several times of a day,
and anew just before it would be made again.
"""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from itertools import zip_longest
from unittest.mock import patch

import django
from django.core.handlers.wsgi import WSGIHandler
from django.utils import timezone

# Before and after offices open, at noon, in the evening.
HOURS = [0, 6.9, 7.4, 7.9, 11.9, 13.9, 14.9, 15.9, 18.9, 23.9]


def main() -> None:
    django.setup()
    from tests.journeys.support.pages import SAMPLES

    today = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    handler, found = WSGIHandler(), {}
    samples = sorted({(sample.host, sample.path) for sample in SAMPLES if "{" not in sample.path})
    for hour in HOURS:
        for host, path in samples:
            hostname = f"{host}.localhost" if host else "localhost"
            if fault := fault_of(handler, hostname, path, today + timedelta(hours=hour)):
                found[f"{host}{path} at {hour}"] = fault
    json.dump(found, sys.stdout)


def fault_of(handler: Callable, hostname: str, path: str, moment: datetime) -> str:
    """What a page says at a moment, and no longer just before it would be made again; empty where it does."""
    from django.conf import settings

    from sites.page_cache.making import ask
    from tests.journeys.support.rows_read import environ_of

    environ = environ_of(f"{hostname}:{settings.PORT}", path)
    with clock(moment):
        held = ask(handler, environ)
        kept = held.read().decode()
        again = ask(handler, environ).read().decode()
    if not held.may_be_kept:
        return ""
    if kept != again:
        return "is made otherwise for each reader"
    until = datetime.fromtimestamp(held.until(moment.timestamp()), tz=moment.tzinfo)
    with clock(until - timedelta(milliseconds=1)):
        made = ask(handler, environ).read().decode()
    lines = zip_longest(kept.splitlines(), made.splitlines(), fillvalue="")
    return next((f"{a.strip()} | {b.strip()} ({until:%H:%M})" for a, b in lines if a != b), "")


@contextmanager
def clock(moment: datetime) -> Iterator[None]:
    with patch.object(timezone, "now", lambda: moment):
        yield


if __name__ == "__main__":
    main()
