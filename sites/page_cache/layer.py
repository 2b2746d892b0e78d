"""The layer in front of Django: it answers readers with kept pages, and lets Django make what is missing."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime

from .addresses import address_of, is_for_anybody, is_from_anybody, key_of
from .entries import Entry
from .flights import Flights
from .generations import Generations, GenerationsAwayError
from .making import Held, StartResponse, ask, end_of_minute, made_of
from .shelves import KEPT_SECONDS, Files, Memory
from .tally import Tally

logger = logging.getLogger(__name__)

# Seconds for which a page is not asked for again after Django could not answer.
REST_SECONDS = 5
# Addresses that are known to be kept for nobody, so that their readers don't wait for each other.
MOST_UNKEPT = 4_096
# Addresses of which it is known what of a query is read there.
MOST_DECLARED = 4_096


@dataclass
class Rules:
    """What the layer must know of the project. `everything` is the generation that each change moves."""

    parameters: Collection[str]
    cookies: Collection[str]
    is_closed: Callable[[], bool]
    everything: str
    refuse: Callable[[dict, StartResponse], Iterable[bytes]]
    behind_https: bool = False
    control: str = ""  # what shared caches in front are told, instead of what Django says


@dataclass
class PageCache:
    django: Callable
    generations: Generations
    memory: Memory
    files: Files
    flights: Flights
    rules: Rules
    tally: Tally
    unkept: dict[str, tuple[list[int], float]] = field(default_factory=dict)
    resting: dict[str, float] = field(default_factory=dict)
    declared: dict[str, Collection[str]] = field(default_factory=dict)

    def __post_init__(self):
        self.all_places = self.generations.places([self.rules.everything])

    def __call__(self, environ: dict, start_response: StartResponse) -> Iterable[bytes]:
        rules = self.rules
        if not is_from_anybody(environ, rules.cookies) or rules.is_closed():
            return self.django(environ, start_response)
        try:
            # A query that is too long is not even read.
            if environ.get("QUERY_STRING") and not is_for_anybody(environ):
                return self.django(environ, start_response)
            key = self.key_of(environ)
            entry = self.memory.get(key)
            if entry is not None and self.holds(entry):
                return self.send_again(entry, environ, start_response)
            # Whatever memory holds is for anybody.
            if entry is None and not is_for_anybody(environ):
                return self.django(environ, start_response)
            return self.fetch(key, entry, environ, start_response)
        except GenerationsAwayError as error:
            logger.warning("Pages are made for each reader: %s", error)
            return self.django(environ, start_response)

    def key_of(self, environ: dict) -> str:
        address, query = address_of(environ, self.rules.behind_https), environ.get("QUERY_STRING")
        return key_of(address, query, self.read_at(address)) if query else f"{address}?"

    def read_at(self, address: str) -> Collection[str]:
        """The parameters that are read at an address; those of all pages until it has been made once."""
        if address not in self.declared and (found := self.files.read(f"{address}?")):
            self.declare(address, found[0].parameters)
        return self.declared.get(address, self.rules.parameters)

    def declare(self, address: str, parameters: Collection[str] | None) -> None:
        if parameters is None:
            self.declared.pop(address, None)
            return
        if len(self.declared) >= MOST_DECLARED:
            self.declared.clear()
        self.declared[address] = parameters

    def holds(self, entry: Entry) -> bool:
        if entry.until <= time.time():
            return False
        latest = self.generations.latest()
        if entry.latest != latest:
            if self.generations.read(entry.places) != entry.generations:
                return False
            entry.latest = latest
        return True

    def send(self, entry: Entry, environ: dict, start_response: StartResponse) -> Iterable[bytes]:
        entry.is_used = True
        if entry.is_known(environ.get("HTTP_IF_NONE_MATCH"), seconds(environ.get("HTTP_IF_MODIFIED_SINCE"))):
            start_response("304 Not Modified", entry.unchanged())
            return []
        headers, body = entry.answer(environ.get("HTTP_ACCEPT_ENCODING", ""))
        start_response("200 OK", headers)
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]

    def send_again(self, entry: Entry, environ: dict, start_response: StartResponse) -> Iterable[bytes]:
        """Send a page that Django has made for somebody else, so that it has not counted this reader."""
        if entry.facts.counted:
            self.tally.count(entry.facts.counted, environ)
        return self.send(entry, environ, start_response)

    def fetch(self, key: str, entry: Entry | None, environ: dict, start_response: StartResponse):
        """Answer what memory does not hold: from disk, by Django, or with what it held before."""
        if not self.is_for_nobody(key):
            entry = self.from_disk(key) or entry
            # Another process may have found another type of page there, which reads more or less.
            if (own := self.key_of(environ)) != key:
                return self.fetch(own, self.memory.get(own), environ, start_response)
            if entry and (self.holds(entry) or self.resting.get(key, 0) > time.time()):
                return self.send_again(entry, environ, start_response)
            with self.flights.lane(key, may_wait=entry is None) as is_first:
                if not is_first and entry is None:
                    return self.rules.refuse(environ, start_response)
                if not is_first:
                    return self.send_again(entry, environ, start_response)
                # Who was first may have learnt that parameters of other pages stand in it.
                own = self.key_of(environ)
                if own == key and not self.is_for_nobody(key):
                    return self.fetch_alone(key, environ, start_response)
            if own != key:
                return self.fetch(own, self.memory.get(own), environ, start_response)
        return self.django(environ, start_response)

    def is_for_nobody(self, key: str) -> bool:
        """Whether the page was not to be kept when it was last made, in this minute and before any change."""
        generations, until = self.unkept.get(key, (None, 0))
        return until > time.time() and generations == self.generations.read(self.all_places)

    def fetch_alone(self, key: str, environ: dict, start_response: StartResponse):
        """Answer while others wait: somebody before may have made the page meanwhile."""
        found = self.from_disk(key)
        if found and self.holds(found):
            return self.send_again(found, environ, start_response)
        return self.make(key, found, environ, start_response)

    def from_disk(self, key: str) -> Entry | None:
        """The newest copy that any process has made; memory keeps it."""
        found = self.files.read(key)
        if found is None:
            return None
        facts, bodies = found
        if facts.made < time.time() - KEPT_SECONDS:
            return None
        entry = Entry(facts, bodies, self.generations.places(facts.names))
        if key.endswith("?"):
            self.declare(key[:-1], facts.parameters)
        self.memory.put(key, entry)
        return entry

    def make(self, key: str, before: Entry | None, environ: dict, start_response: StartResponse):
        """Let Django answer, and keep what may be kept; where it fails, what was kept before will do."""
        if environ["REQUEST_METHOD"] == "HEAD":
            return self.django(environ, start_response)
        moment = self.generations.all()
        held, address = ask(self.django, environ, moment), key.partition("?")[0]
        self.declare(address, held.mark.parameters)
        if held.is_outage:
            return self.make_do(key, held, before, environ, start_response)
        if not held.may_be_kept:
            self.forget(key, moment)
            return held.send(start_response)
        held.read()
        rules = self.rules
        if rules.control:
            held.replace("Cache-Control", rules.control)
        # Parameters that only other pages read stand in the key until this one has been made.
        own = key_of(address, held.query, self.declared.get(address, rules.parameters))
        names = held.names(rules.everything)
        places = self.generations.places(names)
        entry = made_of(held, own, names, self.generations.at(moment, places), places, before)
        self.memory.put(own, entry)
        self.store(own, entry)
        return self.send(entry, environ, start_response)

    def make_do(self, key: str, held: Held, before: Entry | None, environ: dict, start_response):
        """Answer with what was kept before, where there is any, instead of with a failure."""
        if before is None:
            return held.send(start_response)
        held.close()
        self.rest(key)
        return self.send_again(before, environ, start_response)

    def store(self, key: str, entry: Entry) -> None:
        try:
            self.files.write(key, entry)
        except OSError as error:
            # A full disk takes nothing from readers; each process keeps what it has made.
            logger.warning("A page was not kept on disk: %s", error)

    def forget(self, key: str, moment) -> None:
        self.memory.drop(key)
        try:
            self.files.drop(key)
        except OSError as error:
            # It is older than the counters, and answers nobody.
            logger.warning("A page was not removed from the disk: %s", error)
        if len(self.unkept) >= MOST_UNKEPT:
            self.unkept.clear()
        self.unkept[key] = self.generations.at(moment, self.all_places), end_of_minute(time.time())

    def rest(self, key: str) -> None:
        now = time.time()
        # Other threads do the same meanwhile: each changes a copy.
        resting = {name: until for name, until in self.resting.copy().items() if until > now}
        self.resting = resting | {key: now + REST_SECONDS}


def seconds(date: str | None) -> float | None:
    """A date of a header in seconds since 1970; None for what is none."""
    if date is None:
        return None
    try:
        return parsedate_to_datetime(date).timestamp()
    except (ValueError, OverflowError):
        return None
