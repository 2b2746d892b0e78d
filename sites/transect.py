"""The portal's landscape from the Ijen crater to the Bali Strait, with villages as pins.

No database: a village is anything with a name, a district and an accent and, where known,
`altitude_m` (metres above the sea), `latitude` and `longitude`. Other lengths are units of
the drawing, which is 800 wide; y grows downwards.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import cos, exp, hypot, radians
from typing import NamedTuple

CRATER_LATITUDE, CRATER_LONGITUDE, CRATER_ALTITUDE_M = -8.058, 114.242, 2386
KM_PER_DEGREE = 111.2
# On this side of the mountain the land loses two thirds of its height every 6 km.
FALL_KM = 6.2
# No village lies higher; the mountain above is drawn shorter than it is.
HIGHEST_M = 1200

# The slope is a parabola: steep at the rim of the crater, gentle at the shore.
RIM_X, SHORE_X, SHORE_Y = 126, 668, 206
STEEP, GENTLE = 118, 34
RIM_Y = SHORE_Y - STEEP - GENTLE

FIRST_X, LAST_X = 196, 650
WIDEST_GAP = 84
HEAD_RISE, HEAD_RADIUS = 51, 17
LETTER, LINE = 6.3, 13
NAME_DROPS = (16, 29)


class Pin(NamedTuple):
    """A village on the slope; `name_drop` is how far below the ground its name stands, if there is room."""

    number: int
    name: str
    accent: str
    x: int
    y: int
    name_drop: int | None


def ground(x: float) -> float:
    """Return the y of the slope at an x between the rim and the shore."""
    rest = (SHORE_X - x) / (SHORE_X - RIM_X)
    return SHORE_Y - STEEP * rest**2 - GENTLE * rest


def slope_path() -> str:
    """Draw the slope from the rim on: a parabola is exactly one quadratic curve."""
    bend_y = RIM_Y + (2 * STEEP + GENTLE) / 2
    return f"Q{(RIM_X + SHORE_X) // 2} {bend_y:.0f} {SHORE_X} {SHORE_Y}"


def distance_km(latitude: float, longitude: float) -> float:
    """Return how far a place is from the crater; within the regency the earth is flat enough."""
    east = (longitude - CRATER_LONGITUDE) * cos(radians(CRATER_LATITUDE))
    return hypot(latitude - CRATER_LATITUDE, east) * KM_PER_DEGREE


def height_m(village) -> float | None:
    """Return the altitude, or the one the slope has as far from the crater; None for an unknown place.

    Good for an order and a place in the drawing, not for telling readers.
    """
    altitude = village.altitude_m
    if altitude is not None:
        return altitude
    if village.latitude is None or village.longitude is None:
        return None
    return CRATER_ALTITUDE_M * exp(-distance_km(village.latitude, village.longitude) / FALL_KM)


def from_mountain_to_sea(villages: Sequence) -> tuple[list, list]:
    """Sort villages by height, highest first; those whose place is unknown come apart, by name."""
    by_name = sorted(villages, key=lambda village: (village.name, village.district))
    heights = [(height_m(village), village) for village in by_name]
    placed = sorted(((height, v) for height, v in heights if height is not None), key=lambda pair: -pair[0])
    return [village for _height, village in placed], [v for height, v in heights if height is None]


def spread(villages: Sequence, most: int, turn: int = 0) -> list:
    """Choose one village of each of `most` equal stretches of a list; another `turn` chooses others."""
    if len(villages) <= most:
        return list(villages)
    edges = [len(villages) * part // most for part in range(most + 1)]
    stretches = [villages[start:end] for start, end in pairwise(edges)]
    return [stretch[turn % len(stretch)] for stretch in stretches]


def pins(placed: Sequence) -> list[Pin]:
    """Place villages, highest first, along the slope; they are numbered from 1."""
    xs = keep_apart([slope_x(height_m(village)) for village in placed])
    spots = [(x, round(ground(x))) for x in xs]
    drops = name_drops(spots, [village.name for village in placed])
    return [
        Pin(number, village.name, village.accent, x, y, drop)
        for number, (village, (x, y), drop) in enumerate(zip(placed, spots, drops, strict=True), start=1)
    ]


def slope_x(height: float) -> float:
    """Return where on the slope an altitude belongs; the low land, where most live, gets most room."""
    share = min(max(height, 0), HIGHEST_M) / HIGHEST_M
    return SHORE_X - (SHORE_X - RIM_X) * share**0.5


def keep_apart(wanted: Sequence[float]) -> list[int]:
    """Move sorted positions apart, as far as there is room between the first and the last place."""
    gap = min(WIDEST_GAP, (LAST_X - FIRST_X) / max(len(wanted) - 1, 1))
    xs = [max(x, FIRST_X + gap * index) for index, x in enumerate(wanted)]
    for index in range(1, len(xs)):
        xs[index] = max(xs[index], xs[index - 1] + gap)
    limit = LAST_X
    for index in reversed(range(len(xs))):
        limit = xs[index] = min(xs[index], limit)
        limit -= gap
    return [round(x) for x in xs]


def name_drops(spots: Sequence[tuple[int, int]], names: Sequence[str]) -> list[int | None]:
    """Find a line below each pin where its name covers no other name and no other pin."""
    taken = [[head(x, y)] for x, y in spots]
    drops = []
    for index, ((x, y), name) in enumerate(zip(spots, names, strict=True)):
        others = [box for other, boxes in enumerate(taken) if other != index for box in boxes]
        boxes = {drop: name_box(x, y + drop, name) for drop in NAME_DROPS}
        free = [drop for drop, box in boxes.items() if not any(overlap(box, other) for other in others)]
        drops.append(free[0] if free else None)
        if free:
            taken[index].append(boxes[free[0]])
    return drops


def head(x: float, y: float) -> tuple[float, float, float, float]:
    """Box (left, top, right, bottom) around the head and the stick of a pin."""
    return x - HEAD_RADIUS, y - HEAD_RISE - HEAD_RADIUS, x + HEAD_RADIUS, y


def name_box(x: float, baseline: float, name: str) -> tuple[float, float, float, float]:
    half = len(name) * LETTER / 2
    return x - half, baseline - LINE + 3, x + half, baseline + 3


def overlap(one: tuple, other: tuple) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
