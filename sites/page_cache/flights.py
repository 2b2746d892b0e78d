"""One request makes a page; others that want the same wait for it, in all processes of the machine."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Semaphore
from zlib import crc32

# Two pages in one lane wait for each other at worst; a process that dies leaves none locked.
LANES = 1_024
# How long one waits for a page that somebody else makes, and how often one looks.
PATIENCE_SECONDS, LOOK_SECONDS = 10, 0.03


class Flights:
    """`seats` are those of the waiting room: who waits here has one of them, so that threads stay free."""

    def __init__(self, folder: Path, seats: Semaphore | None = None, patience: float = PATIENCE_SECONDS):
        self._folder, self._seats, self._patience = folder, seats, patience
        folder.mkdir(parents=True, exist_ok=True)

    @contextmanager
    def lane(self, key: str, may_wait: bool) -> Iterator[bool]:
        """Hold the lane of a key. False where it is taken and one may not wait for it, or has in vain."""
        path = self._folder / str(crc32(key.encode()) % LANES)
        try:
            lane = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError:
            # A full or closed disk takes nothing from readers: each has the page made.
            yield True
            return
        try:
            yield took(lane) or (may_wait and self._wait(lane))
        finally:
            os.close(lane)

    def _wait(self, lane: int) -> bool:
        if self._seats and not self._seats.acquire(blocking=False):
            return False
        try:
            until = time.monotonic() + self._patience
            while time.monotonic() < until:
                time.sleep(LOOK_SECONDS)
                if took(lane):
                    return True
            return False
        finally:
            if self._seats:
                self._seats.release()


def took(lane: int) -> bool:
    """Lock a lane, unless somebody else has."""
    try:
        fcntl.flock(lane, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
