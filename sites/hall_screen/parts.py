"""What stands on the screen of a village hall, one part after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sites.frame import Frame


class ScreenPart(NamedTuple):
    """What fills the screen for some seconds: a title, and a template that prints `part.data`."""

    title: str
    template: str
    data: dict


# A part is a page of its own: what is too much for one screen makes several.
Builder = Callable[["Frame"], Iterable[ScreenPart]]
_builders: dict[Builder, int] = {}


def register_screen_part(order: int, builder: Builder) -> None:
    """Let a function add its parts to the screens of all villages; they stand in the order of the numbers.

    It is called with the frame of the site, and gives nothing where it has nothing to show.
    """
    _builders[builder] = order


def parts_of(frame: Frame) -> list[ScreenPart]:
    in_order = sorted(_builders, key=_builders.__getitem__)
    return [part for builder in in_order for part in builder(frame)]


def in_screens(entries: Iterable, rows: int) -> Iterator[list]:
    """Cut a list into what fits a screen each."""
    entries = iter(entries)
    while screen := list(islice(entries, rows)):
        yield screen
