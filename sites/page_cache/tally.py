"""Views of pages that the layer answers by itself: gathered in each process, written every few seconds."""

from __future__ import annotations

import logging
import time
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, date, datetime
from multiprocessing.util import Finalize
from threading import Event, Lock, Thread

from django.db import Error, IntegrityError, close_old_connections
from django.utils import timezone
from django.utils.module_loading import import_string

from .reading import is_reader

logger = logging.getLogger(__name__)
FLUSH_SECONDS = 10


class Tally:
    """Counts by minute and by what adds them up (marks.counts_views()); a busy database gets them later."""

    def __init__(self):
        self._numbers: Counter = Counter()
        self._lock, self._stop = Lock(), Event()
        self._thread: Thread | None = None

    def count(self, counted: Iterable[list], environ: dict) -> None:
        if not is_reader(environ):
            return
        minute = int(time.time()) // 60
        with self._lock:
            for name in counted:
                self._numbers[minute, tuple(name)] += 1
            # Not before somebody is counted: a thread does not live on in the processes that a server forks.
            if self._thread is None:
                self._thread = Thread(target=self._run, name="page views", daemon=True)
                self._thread.start()
                # Unlike `atexit`, it is asked in the processes of a server, too.
                Finalize(None, self.flush, exitpriority=1)

    def flush(self) -> None:
        """Write what has been counted. What the database does not take is kept for the next time."""
        with self._lock:
            numbers, self._numbers = self._numbers, Counter()
        for (minute, (function, *arguments)), number in numbers.items():
            try:
                self._add(function, arguments, day_of(minute), number)
            except (IntegrityError, ImportError) as error:
                logger.warning("Views of what is no longer there are not counted: %s", error)
            except Error as error:
                logger.warning("Views wait for the database: %s", error)
                with self._lock:
                    self._numbers[minute, (function, *arguments)] += number

    def _add(self, function: str, arguments: list, day: date, number: int) -> None:
        import_string(function)(*arguments, day, number)

    def _run(self) -> None:
        while not self._stop.wait(FLUSH_SECONDS):
            close_old_connections()
            self.flush()
            close_old_connections()


def day_of(minute: int) -> date:
    """The day of a minute since 1970, where the villages are."""
    return timezone.localdate(datetime.fromtimestamp(minute * 60, UTC))
