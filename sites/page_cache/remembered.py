"""What the pages of a site have in common, made once for all of them: its settings, its menu, its footer.

A page is kept for minutes, since it tells the time. What does not tell it holds longer: until one of the
generations moves by which it is remembered. Only what is made for anybody takes part, of requests
that the layer lets through; drafts, staff and whoever is logged in get everything made anew.
"""

from collections.abc import Callable, Iterable
from hashlib import blake2b
from typing import TypeVar

from django.core.cache import caches
from django.http import HttpRequest

from .counters import generations
from .generations import GenerationsAwayError
from .marks import MARK, Mark

Made = TypeVar("Made")
# Each process has its own, so that nothing travels; its settings bound their number.
CACHE = "parts"


def is_there(made: object) -> bool:
    return made is not None


def remembered(
    request: HttpRequest | None,
    key: str,
    names: Iterable[str],
    make: Callable[[], Made],
    keeps: Callable[[Made], bool] = is_there,
) -> Made:
    """What `make()` returns, or returned before under the same key; what is not to be kept is made each time.

    It is copied by pickle, so that no page changes what another one reads. It must not depend on the time, on
    nothing of the request that is not in the key, and on no content but that of which the generations `names`
    tell.
    """
    mark = request.META.get(MARK) if request else None
    if mark is None:
        return make()
    try:
        state = state_of(mark, tuple(names))
    except GenerationsAwayError:
        return make()
    # Addresses stand in keys, of any length and with any sign.
    key, parts = blake2b(f"{key}:{state}".encode(), digest_size=16).hexdigest(), caches[CACHE]
    found = parts.get(key)
    if found is None:
        found, shows_others = made(mark, make)
        # Nothing in these generations tells of a change of what is others'.
        if keeps(found) and not shows_others:
            parts.set(key, found)
    return found


def made(mark: Mark, make: Callable[[], Made]) -> tuple[Made, bool]:
    """What `make()` returns, and whether it has asked for content of others."""
    before, mark.shows_others = mark.shows_others, False
    try:
        return make(), mark.shows_others
    finally:
        mark.shows_others |= before


def state_of(mark: Mark, names: tuple[str, ...]) -> str:
    """The counters of some generations, as they stood before anything was asked."""
    if names not in mark.states:
        kept = generations()
        places = kept.places(names)
        found = kept.read(places) if mark.counters is None else kept.at(mark.counters, places)
        mark.states[names] = ".".join(map(str, found))
    return mark.states[names]
