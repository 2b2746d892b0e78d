"""What a page says while it is made: that it may be kept, by what it is overtaken, and what counts its views.

The layer in front of Django puts a mark into the environment of a request that it could answer for anybody;
where there is none, as under a test client, saying something costs nothing and changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.http import HttpRequest
from django.utils import timezone

MARK = "smart_kampung.page_cache.mark"


@dataclass
class Mark:
    """`names` are generations that overtake the page; without any it is not kept.

    With `shows_others`, it has asked for content of other villages: each change overtakes it. `counters` are
    those of before it was asked for, `states` what parts of it are remembered by, by the names of their
    generations. `began` is when its making did; with `clock_is_known`, `ends` are all the moments from which
    it would say something else. `parameters` are those of a query that are read at its address, as far as it
    has said so.
    """

    names: list[str] = field(default_factory=list)
    shows_others: bool = False
    counted: list[list] = field(default_factory=list)
    counters: object = None
    states: dict[tuple[str, ...], str] = field(default_factory=dict)
    began: datetime = field(default_factory=timezone.localtime)
    clock_is_known: bool = False
    ends: list[datetime] = field(default_factory=list)
    is_for_one: bool = False
    parameters: frozenset[str] | None = None


def is_for_anybody(request: HttpRequest | None) -> bool:
    """Whether the layer has asked for a page that it could give to everybody."""
    return request is not None and MARK in request.META


def mark_of(request: HttpRequest) -> Mark:
    return request.META.get(MARK) or Mark()


def may_be_kept(request: HttpRequest, names: Iterable[str]) -> None:
    """Let the layer keep the answer until one of these generations moves or the clock changes it."""
    mark_of(request).names[:] = names


def is_for_one(request: HttpRequest) -> None:
    """Say that the page has something on it that no two readers may share: the layer keeps it for nobody."""
    mark_of(request).is_for_one = True


def holds_until(request: HttpRequest | None, moment: datetime) -> None:
    """Say from when on what has been printed is no longer true: an office opens, a notice ends."""
    if request is not None:
        mark_of(request).ends.append(moment)


def shows_others(request: HttpRequest) -> None:
    """Say that content of any village may stand on the page, so that a change of any overtakes it."""
    mark_of(request).shows_others = True


def counts_views(request: HttpRequest, function: str, *arguments: int | str) -> None:
    """Name what adds to the views of a page: a dotted path, called with `arguments`, a day and a number."""
    mark_of(request).counted.append([function, *arguments])
