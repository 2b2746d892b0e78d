"""Django's answer, held back until it is known whether it may be kept."""

from __future__ import annotations

import gzip
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from .entries import GZIP, Entry, Facts, Headers, etag_of, pack
from .marks import MARK, Mark

MOST_BYTES = 1_000_000
# What a program has changed without telling anybody shows when these are over, after those of the parts that
# a page is made of (config/env.py): ten minutes at the latest.
LONGEST_SECONDS = 300
KEPT_TYPES = ("text/html", "text/plain", "application/atom+xml", "application/xml")
# Made anew for what is kept, or true of one answer only.
OWN_HEADERS = {"etag", "last-modified", "content-length", "content-encoding", "vary", "date", "connection"}
# Asked of the copy that is kept, not of Django.
CONDITIONS = ("HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_RANGE")
StartResponse = Callable[..., object]


@dataclass
class Held:
    """An answer of Django that nobody has been sent yet."""

    status: str
    headers: Headers
    parts: Iterable[bytes]
    mark: Mark
    has_token: bool
    query: str = ""  # what the page has read of it
    body: bytes = b""

    def names(self, everything: str) -> list[str]:
        """Generations that overtake the answer; `everything` is the one that each change moves."""
        return [everything] if self.mark.shows_others else self.mark.names

    def until(self, now: float) -> float:
        """The end of the minute, unless the page knows when the clock changes it, and shows nobody else's."""
        mark = self.mark
        if not mark.clock_is_known or mark.shows_others:
            return end_of_minute(now)
        ends = (moment.timestamp() for moment in mark.ends)
        return min(mark.began.timestamp() + LONGEST_SECONDS, *ends)

    @property
    def is_outage(self) -> bool:
        return self.status.startswith("5")

    @property
    def may_be_kept(self) -> bool:
        """Whether it is a page for everybody. Whatever is made for somebody says so in one of these ways."""
        names = {name.lower(): value for name, value in self.headers}
        control = names.get("cache-control", "")
        return (
            bool(self.mark.names)
            and not self.mark.is_for_one
            and self.status.startswith("200")
            and not self.has_token
            and "set-cookie" not in names
            and "private" not in control
            and "no-store" not in control
            and names.get("vary", "") != "*"
            and int(names.get("content-length", MOST_BYTES)) < MOST_BYTES
            and names.get("content-type", "").startswith(KEPT_TYPES)
        )

    def replace(self, name: str, value: str) -> None:
        self.headers = [pair for pair in self.headers if pair[0].lower() != name.lower()] + [(name, value)]

    def read(self) -> bytes:
        """Take the whole body, unpacked; the server closes what is sent on, so this does where nothing is."""
        try:
            body = b"".join(self.parts)
        finally:
            self.close()
        is_packed = any(name.lower() == "content-encoding" and value == GZIP for name, value in self.headers)
        self.body = gzip.decompress(body) if is_packed else body
        return self.body

    def close(self) -> None:
        if close := getattr(self.parts, "close", None):
            close()

    def send(self, start_response: StartResponse) -> Iterable[bytes]:
        start_response(self.status, self.headers)
        return self.parts


def ask(django: Callable, environ: dict, counters: object = None) -> Held:
    """Let Django answer a request as it would answer anybody; `counters` are all of them, as they stand."""
    mark, given = Mark(counters=counters), {}

    def keep_back(status: str, headers: Headers, exc_info=None) -> None:
        given.update(status=status, headers=headers)

    plain = {name: value for name, value in environ.items() if name not in CONDITIONS}
    plain[MARK] = mark
    parts = django(plain, keep_back)
    # Django puts the secret of forms here once a template asks for it.
    return Held(
        given["status"],
        given["headers"],
        parts,
        mark,
        has_token="CSRF_COOKIE" in plain,
        query=plain.get("QUERY_STRING", ""),
    )


def made_of(
    held: Held, key: str, names: list[str], generations: Sequence[int], places: Sequence, before: Entry | None
) -> Entry:
    """A kept page from an answer whose body has been read.

    `generations` are those of before it was made; `before` is the page that it takes the place of. One that
    has not changed keeps its time; one that has gets a later one, also within the same second.
    """
    headers = [pair for pair in held.headers if pair[0].lower() not in OWN_HEADERS]
    etag, now = etag_of(held.body, headers), time.time()
    modified = int(now)
    if before:
        is_same = before.facts.etag == etag
        modified = before.facts.modified if is_same else max(modified, before.facts.modified + 1)
    facts = Facts(
        key=key,
        names=names,
        generations=list(generations),
        made=now,
        until=held.until(now),
        modified=modified,
        etag=etag,
        headers=headers,
        counted=held.mark.counted,
        parameters=None if held.mark.parameters is None else sorted(held.mark.parameters),
    )
    return Entry(facts, pack(held.body), places)


def end_of_minute(now: float) -> float:
    """What pages say of the clock changes with the minute at the earliest: open now, tomorrow, over.

    All that the layer knows of a page that says no more of it.
    """
    return now - now % 60 + 60
