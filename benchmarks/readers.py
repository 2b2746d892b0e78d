"""Pages as the page cache asks for them, when nothing of a site is remembered: the first after a change."""

from django.core.cache import caches
from django.test import Client

from sites.page_cache.counters import generations
from sites.page_cache.marks import MARK, Mark
from sites.page_cache.remembered import CACHE


def fetch(client: Client, path: str):
    caches[CACHE].clear()
    return client.get(path, **{MARK: Mark(counters=generations().all())})
