"""The parts of the page cache as the settings want them; one of each per process."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from os.path import exists
from threading import Semaphore

from django.conf import settings

from sites.maintenance import flag
from sites.waiting_room import refuse

from .counters import folder, generations
from .flights import Flights
from .layer import PageCache, Rules
from .parameters import all_parameters
from .purging import cache_control
from .shelves import Files, Memory
from .tally import Tally

MEGABYTE = 1024 * 1024


class Seldom:
    """Asks once in a second: to ask the disk lets other threads in, at each page that is sent."""

    def __init__(self, ask: Callable[[], bool], seconds: float = 1):
        self.ask, self.seconds = ask, seconds
        self.answer, self.until = False, 0.0

    def __call__(self) -> bool:
        now = time.monotonic()
        if now >= self.until:
            self.answer, self.until = self.ask(), now + self.seconds
        return self.answer


def files() -> Files:
    return Files(folder() / "pages", settings.PAGE_CACHE_DISK_MB * MEGABYTE)


def in_front_of(django: Callable, seats: Semaphore | None = None) -> Callable:
    """The WSGI application with the cache in front of it, where the settings want one.

    `seats` are those of the waiting room around Django: who waits for a page to be made takes one, too.
    """
    if not settings.PAGE_CACHE:
        return django
    from .owners import EVERYTHING

    rules = Rules(
        parameters=all_parameters(),
        cookies=(settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, "messages"),
        is_closed=Seldom(partial(exists, str(flag()))),
        everything=EVERYTHING,
        refuse=refuse,
        behind_https=bool(settings.SECURE_PROXY_SSL_HEADER),
        control=cache_control(settings.SHARED_CACHE_SECONDS) if settings.SHARED_CACHE_SECONDS else "",
    )
    return PageCache(
        django=django,
        generations=generations(),
        memory=Memory(settings.PAGE_CACHE_MEMORY_MB * MEGABYTE),
        files=files(),
        flights=Flights(folder() / "lanes", seats),
        rules=rules,
        tally=Tally(),
    )
