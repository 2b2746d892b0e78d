"""How often the content of a village, an office or the regency has changed, told in a microsecond.

A kept page remembers the counters of all that it shows, as they were before it was made; it holds as long
as none of them has moved. A change costs the same whatever the number of pages that show it.
"""

from __future__ import annotations

import fcntl
import mmap
import os
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Protocol
from zlib import crc32

# Names share counters where their checksums meet: then a page is made anew once more than it had to be.
COUNTERS = 65_536
# Behind them stands one that each change moves.
LATEST, ALL = COUNTERS, COUNTERS + 1
WIDTH = 8


class GenerationsAwayError(Exception):
    """The counters can't be asked, so that nothing is known of what is kept."""


class Generations(Protocol):
    """Counters by name. `places()` is asked for once per page, `latest()` at each hit.

    `latest()` differs from what it was before any change; while it stays, none of the counters has moved.
    """

    def latest(self) -> int | Sequence[int]: ...

    def places(self, names: Iterable[str]) -> Sequence: ...

    def read(self, places: Sequence) -> list[int]: ...

    def all(self) -> Mapping | Sequence[int]: ...

    def at(self, moment, places: Sequence) -> list[int]: ...

    def bump(self, names: Iterable[str]) -> None: ...


class FileGenerations:
    """Counters in a file that all processes of one machine have in their memory."""

    def __init__(self, path: Path):
        self.path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        self._fill()
        memory = mmap.mmap(self._file, ALL * WIDTH)
        self._counters = memoryview(memory).cast("Q")

    def _fill(self) -> None:
        """A new file begins with the time, so that pages kept with the counters of an older one don't fit."""
        fcntl.flock(self._file, fcntl.LOCK_EX)
        try:
            # Never cut: another process may have all of it in its memory.
            if os.fstat(self._file).st_size < ALL * WIDTH:
                os.pwrite(self._file, time.time_ns().to_bytes(WIDTH, "little") * ALL, 0)
        finally:
            fcntl.flock(self._file, fcntl.LOCK_UN)

    def latest(self) -> int:
        return self._counters[LATEST]

    def places(self, names: Iterable[str]) -> tuple[int, ...]:
        return tuple(crc32(name.encode()) % COUNTERS for name in names)

    def read(self, places: Sequence[int]) -> list[int]:
        counters = self._counters
        return [counters[place] for place in places]

    def all(self) -> memoryview:
        """All counters at this moment."""
        return memoryview(bytes(self._counters)).cast("Q")

    def at(self, moment: Sequence[int], places: Sequence[int]) -> list[int]:
        return [moment[place] for place in places]

    def bump(self, names: Iterable[str]) -> None:
        # A descriptor of its own: locks of one descriptor don't keep threads of a process apart.
        lock = os.open(self.path, os.O_RDWR)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            for place in set(self.places(names)):
                self._counters[place] += 1
            # At last: who sees it move sees the others, too.
            self._counters[LATEST] += 1
        finally:
            os.close(lock)
