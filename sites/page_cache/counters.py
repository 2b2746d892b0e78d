"""The generations as the settings want them: one object per process."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from django.conf import settings

from .generations import FileGenerations, Generations


@cache
def generations() -> Generations:
    """The counters: in Redis where the cache of the project is there, else in a file of this machine."""
    own = settings.CACHES["default"]
    if "redis" in own["BACKEND"].lower():
        from .redis_generations import RedisGenerations

        return RedisGenerations(own["LOCATION"])
    return FileGenerations(folder() / "generations")


def folder() -> Path:
    return Path(settings.PAGE_CACHE_ROOT)
