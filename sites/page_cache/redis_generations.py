"""Counters for several machines, in a Redis. Loaded only where there is one: its client is large."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from secrets import randbits

from redis import Redis, RedisError

from .generations import GenerationsAwayError


class RedisGenerations:
    """The counters of `FileGenerations` for all machines, which ask for the latest at each hit.

    Among them stands when they began: a Redis that has lost them counts from 0 again, and nothing that was
    kept before then holds.

    Raises `GenerationsAwayError` where Redis does not answer.
    """

    KEY, BEGAN, LATEST = "smart-kampung:generations", "began", "latest"

    def __init__(self, url: str):
        self._redis = Redis.from_url(url, socket_timeout=1, socket_connect_timeout=1)

    def latest(self) -> list[int]:
        return self.read([self.LATEST])

    def places(self, names: Iterable[str]) -> tuple[str, ...]:
        return tuple(names)

    def read(self, places: Sequence[str]) -> list[int]:
        with _asked():
            began, *numbers = self._redis.hmget(self.KEY, [self.BEGAN, *places])
            return [int(began or self._begin()), *(int(number or 0) for number in numbers)]

    def all(self) -> dict[bytes, bytes]:
        with _asked():
            self._begin()
            return self._redis.hgetall(self.KEY)

    def at(self, moment: Mapping[bytes, bytes], places: Sequence[str]) -> list[int]:
        return [int(moment.get(place.encode(), 0)) for place in (self.BEGAN, *places)]

    def bump(self, names: Iterable[str]) -> None:
        with _asked(), self._redis.pipeline() as pipeline:
            pipeline.hsetnx(self.KEY, self.BEGAN, time.time_ns())
            for name in sorted(set(names)):
                pipeline.hincrby(self.KEY, name, 1)
            # No number that could come again: a Redis may go on from where it stood before.
            pipeline.hset(self.KEY, self.LATEST, randbits(63))
            pipeline.execute()

    def _begin(self) -> bytes:
        self._redis.hsetnx(self.KEY, self.BEGAN, time.time_ns())
        return self._redis.hget(self.KEY, self.BEGAN)


@contextmanager
def _asked() -> Iterator[None]:
    try:
        yield
    except RedisError as error:
        raise GenerationsAwayError(str(error)) from error
