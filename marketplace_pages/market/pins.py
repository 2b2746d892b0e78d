"""Where businesses lie, drawn from their coordinates and nothing else: each pin has the number of its card.

A village is drawn as large as its pins need; the market in the frame of the regency.
"""

from collections.abc import Sequence
from typing import NamedTuple

from django.apps import apps

from sites import locator
from sites.locator import KILOMETRES_PER_DEGREE, Spot
from sites.places import Place

from .scopes import Scope

# Units of the drawing, and how far a pin stays from its edge.
SIDE, MARGIN = 340, 44
# A single house is not drawn larger than this.
SMALLEST_KILOMETRES = 0.6
SCALES = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20)


class Pin(NamedTuple):
    spot: Spot
    number: int


class Drawing(NamedTuple):
    size: Spot
    pins: list[Pin]
    others: str
    scale: int
    scale_text: str
    is_regency: bool


def drawn(pages: Sequence, scope: Scope) -> Drawing | None:
    """Return what the template draws of numbered businesses; None where no place is known."""
    placed = [page for page in pages if page.pin and locator.is_inside(page.pin)]
    if not placed:
        return None
    return _regency(placed, scope) if scope.is_market else _village(placed)


def _regency(pages: Sequence, scope: Scope) -> Drawing:
    """Pins among the villages. One query."""
    located = apps.get_model("sites", "Village").objects.located().order_by()
    places = {locator.project(Place(*one)) for one in located.values_list("latitude", "longitude")}
    scale = locator.SCALE_KILOMETRES
    return Drawing(
        locator.SIZE,
        [Pin(locator.project(page.pin), page.number) for page in pages],
        "".join(f"M{spot.x} {spot.y}h0" for spot in sorted(places)),
        scale * locator.UNITS_PER_KILOMETRE,
        f"{scale} km",
        is_regency=True,
    )


def _village(pages: Sequence) -> Drawing:
    down, right = KILOMETRES_PER_DEGREE
    points = [(page.pin.longitude * right, -page.pin.latitude * down) for page in pages]
    (left, width), (top, height) = (_extent(axis) for axis in zip(*points, strict=True))
    units = (SIDE - 2 * MARGIN) / max(width, height)
    size = Spot(round(width * units) + 2 * MARGIN, round(height * units) + 2 * MARGIN)
    spots = [Spot(round((x - left) * units) + MARGIN, round((y - top) * units) + MARGIN) for x, y in points]
    kilometres = max((one for one in SCALES if one * units <= size.x / 2), default=SCALES[0])
    return Drawing(
        size,
        [Pin(spot, page.number) for spot, page in zip(spots, pages, strict=True)],
        "",
        round(kilometres * units),
        f"{kilometres * 1000:.0f} m" if kilometres < 1 else f"{kilometres} km",
        is_regency=False,
    )


def _extent(values: Sequence[float]) -> tuple[float, float]:
    """Where an axis begins and how long it is, in kilometres; what is short is widened on both sides."""
    low, high = min(values), max(values)
    lacking = max(SMALLEST_KILOMETRES - (high - low), 0)
    return low - lacking / 2, high - low + lacking
