"""Where kept pages stand: the ones read most in the memory of each process, all of them on disk."""

from __future__ import annotations

import os
import tempfile
import time
from hashlib import blake2b
from pathlib import Path
from threading import Lock
from zlib import crc32

from .entries import Entry, Facts, load

# Pages of one address that differ by their query, such as results of a search: the newest so many stay.
VARIANTS = 64
# Seconds for which a page that has been overtaken is good where Django cannot answer.
KEPT_SECONDS = 24 * 3600
# What is written until somebody looks how much there is, as a part of the most that may be kept.
SWEPT_AFTER = 4


class Memory:
    """Pages by key, up to so many bytes; those that nobody asked for since it was last full go first."""

    def __init__(self, most_bytes: int):
        self._most, self._size = most_bytes, 0
        self._entries: dict[str, Entry] = {}
        self._lock = Lock()
        self.get = self._entries.get

    def put(self, key: str, entry: Entry) -> None:
        with self._lock:
            self._drop(key)
            self._entries[key] = entry
            self._size += entry.size
            while self._size > self._most and self._entries:
                self._make_room()

    def drop(self, key: str) -> None:
        with self._lock:
            self._drop(key)

    def _drop(self, key: str) -> None:
        if entry := self._entries.pop(key, None):
            self._size -= entry.size

    def _make_room(self) -> None:
        key, entry = next(iter(self._entries.items()))
        self._drop(key)
        if entry.is_used:
            entry.is_used = False
            self._entries[key] = entry
            self._size += entry.size

    def __len__(self) -> int:
        return len(self._entries)


class Files:
    """Pages on disk, which all processes of the machine share and which outlive them.

    Up to `most_bytes`, and what all processes write until one of them has written a fourth of that.
    """

    def __init__(self, folder: Path, most_bytes: int):
        self.folder, self.most_bytes, self._written = folder, most_bytes, 0
        folder.mkdir(parents=True, exist_ok=True)

    def read(self, key: str) -> tuple[Facts, dict[str, bytes]] | None:
        """The kept page of a key; None where there is none, or another of the same address took its place."""
        try:
            facts, bodies = load(self._path(key).read_bytes())
        except (OSError, ValueError, TypeError):
            # A type error: an earlier version wrote other facts.
            return None
        return (facts, bodies) if facts.key == key else None

    def write(self, key: str, entry: Entry) -> None:
        path = self._path(key)
        path.parent.mkdir(exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as draft:
            try:
                draft.write(entry.dump())
                draft.flush()
                os.replace(draft.name, path)
            except OSError:
                os.unlink(draft.name)
                raise
        self._written += entry.size
        if self._written > self.most_bytes / SWEPT_AFTER:
            self._written = 0
            self.sweep()

    def drop(self, key: str) -> None:
        # In its place may stand another page of the same address.
        if self.read(key):
            self._path(key).unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        address, _, query = key.partition("?")
        place = blake2b(address.encode(), digest_size=16).hexdigest()
        return (
            self.folder / place[:2] / f"{place[2:]}-{crc32(query.encode()) % VARIANTS if query else 'plain'}"
        )

    def sweep(self) -> int:
        """Remove what is too old to be of use, then the oldest until the rest fits; return how many."""
        kept, removed = [], 0
        oldest = time.time() - KEPT_SECONDS
        for path in self.folder.glob("*/*"):
            found = _stat(path)
            if found and found.st_mtime < oldest:
                path.unlink(missing_ok=True)
                removed += 1
            elif found:
                kept.append((found.st_mtime, found.st_blocks * 512, path))
        size = sum(row[1] for row in kept)
        for _modified, own, path in sorted(kept, key=lambda row: row[0]):
            if size <= self.most_bytes:
                break
            path.unlink(missing_ok=True)
            size -= own
            removed += 1
        return removed


def _stat(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None
