"""One kept page: its body, packed as browsers take it, and what is said of it in headers."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from email.utils import formatdate
from functools import lru_cache
from hashlib import blake2b

import brotli

GZIP, BROTLI, PLAIN = "gzip", "br", "identity"
# What is done once per page: half a millisecond for 40 KB each. Higher levels take ten times as long for 5 %.
GZIP_LEVEL, BROTLI_QUALITY = 6, 6
# As a power of two: 256 KiB hold each page; the usual 4 MiB are taken anew for each that is packed.
BROTLI_WINDOW = 18
Headers = list[tuple[str, str]]
MOST_ACCEPTED = 200


@lru_cache(maxsize=256)
def best_encoding(accepted: str) -> str:
    """The smallest encoding that a browser takes; not one that it does not name, or refuses with q=0."""
    taken = set()
    for part in accepted.lower().split(","):
        name, _, parameters = part.partition(";")
        if parameters.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000"):
            taken.add(name.strip())
    return next((name for name in (BROTLI, GZIP) if name in taken), PLAIN)


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a kept page beside its body. Times in seconds since 1970.

    `names` are those of the generations that it depends on, and `generations` how they stood before it was
    made; `counted` names what counts its views, see tally.py. `parameters` are those that are read at its
    address, None where that is not known.
    """

    key: str
    names: list[str]
    generations: list[int]
    made: float
    until: float
    modified: int
    etag: str
    headers: Headers
    counted: list[list] = field(default_factory=list)
    parameters: list[str] | None = None


class Entry:
    """A kept page, ready to be sent. The body is there in gzip and brotli; unpacked on demand."""

    __slots__ = (
        "_bodies",
        "_heads",
        "_unchanged",
        "facts",
        "generations",
        "is_used",
        "latest",
        "places",
        "until",
    )

    def __init__(self, facts: Facts, bodies: dict[str, bytes], places: Sequence):
        self.facts, self._bodies, self.places = facts, bodies, places
        self.until, self.generations = facts.until, facts.generations
        # The last change of all, when it was last seen that none concerned this page.
        self.latest = None
        self.is_used = False
        self._heads = {name: self._head(name, len(body)) for name, body in bodies.items()}
        lasting = ("Cache-Control", "Content-Security-Policy", "Expires")
        shared = [*self._validators, *((name, value) for name, value in facts.headers if name in lasting)]
        self._unchanged = [*shared, ("Vary", "Accept-Encoding")]

    @property
    def size(self) -> int:
        """Bytes in memory, about."""
        return sum(map(len, self._bodies.values())) + 3_000

    @property
    def _validators(self) -> Headers:
        facts = self.facts
        return [("ETag", facts.etag), ("Last-Modified", formatdate(facts.modified, usegmt=True))]

    def _head(self, encoding: str, length: int) -> Headers:
        packed = [] if encoding == PLAIN else [("Content-Encoding", encoding)]
        own = [*packed, ("Vary", "Accept-Encoding"), ("Content-Length", str(length))]
        return [*self.facts.headers, *self._validators, *own]

    def answer(self, accepted: str) -> tuple[Headers, bytes]:
        # No browser says more; what is remembered of headers must have an end.
        encoding = best_encoding(accepted[:MOST_ACCEPTED])
        if encoding == PLAIN:
            body = gzip.decompress(self._bodies[GZIP])
            return self._head(PLAIN, len(body)), body
        return self._heads[encoding], self._bodies[encoding]

    def unchanged(self) -> Headers:
        """Headers of the answer that what a browser has still holds."""
        return self._unchanged

    def is_known(self, tags: str | None, since: float | None) -> bool:
        """Whether a browser that names tags, or else a time, has this very page."""
        if tags is not None:
            etag = self.facts.etag
            return tags == etag or tags.strip() == "*" or etag.removeprefix("W/") in tags
        return since is not None and self.facts.modified <= since

    def dump(self) -> bytes:
        facts = asdict(self.facts) | {"sizes": {name: len(body) for name, body in self._bodies.items()}}
        return json.dumps(facts).encode() + b"\n" + b"".join(self._bodies.values())


def load(data: bytes) -> tuple[Facts, dict[str, bytes]]:
    """Read what `dump()` wrote. Raises `ValueError` for anything else, such as half of a file."""
    head, _, rest = data.partition(b"\n")
    values = json.loads(head)
    bodies, start = {}, 0
    for name, length in values.pop("sizes").items():
        bodies[name] = rest[start : start + length]
        start += length
    if start != len(rest):
        raise ValueError("A kept page is not whole.")
    values["headers"] = [tuple(pair) for pair in values["headers"]]
    return Facts(**values), bodies


def pack(body: bytes) -> dict[str, bytes]:
    return {
        GZIP: gzip.compress(body, GZIP_LEVEL, mtime=0),
        BROTLI: brotli.compress(body, quality=BROTLI_QUALITY, mode=brotli.MODE_TEXT, lgwin=BROTLI_WINDOW),
    }


def etag_of(body: bytes, headers: Iterable[tuple[str, str]]) -> str:
    """A weak tag: the same for all encodings of a body."""
    seen = blake2b(body, digest_size=12)
    for name, value in headers:
        seen.update(f"\n{name}: {value}".encode())
    return f'W/"{seen.hexdigest()}"'
