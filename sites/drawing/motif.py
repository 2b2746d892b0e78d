"""The shapes of the printed cloth: Gajah Oling, flower, leaf sprig, isen dots, tumpal hem."""

import math
from dataclasses import dataclass
from functools import lru_cache

from .canvas import Canvas, Point, placed

SPINE_STEPS = 96
TAIL_HEADING = 207  # degrees; stands the S upright, leaning to the right


@dataclass(frozen=True)
class Spot:
    """Where a shape stands on the canvas: its middle, its size in units, its turn in degrees."""

    x: float
    y: float
    scale: float
    angle: float = 0

    def place(self, points: tuple[Point, ...]) -> list[Point]:
        return placed(points, self.x, self.y, self.scale, self.angle)


@lru_cache
def trunk_spine() -> tuple[tuple[float, float, float, float], ...]:
    """Points of the S-shaped middle line: x, y, heading and half width, from the tail to the head.

    The curvature falls from the curled tail to nothing in the middle and grows
    the other way into the hooked head. The whole fits a height of about 1.
    """
    x = y = 0.0
    heading = math.radians(TAIL_HEADING)
    spine = []
    for step in range(SPINE_STEPS + 1):
        s = step / SPINE_STEPS
        spine.append((x, y, heading, 0.012 + 0.084 * math.sin(math.pi * s**1.5 * 0.86) ** 1.1))
        tail = 22 * max(0.0, 1 - s / 0.46) ** 1.1
        head = 24 * max(0.0, (s - 0.5) / 0.5) ** 1.25
        heading += (head - tail) / SPINE_STEPS
        x += math.cos(heading) * 1.85 / SPINE_STEPS
        y += math.sin(heading) * 1.85 / SPINE_STEPS
    middle_x = (max(p[0] for p in spine) + min(p[0] for p in spine)) / 2
    middle_y = (max(p[1] for p in spine) + min(p[1] for p in spine)) / 2
    return tuple((px - middle_x, py - middle_y, h, w) for px, py, h, w in spine)


@lru_cache
def trunk_outline() -> tuple[Point, ...]:
    left = [(x + math.sin(h) * w, y - math.cos(h) * w) for x, y, h, w in trunk_spine()]
    right = [(x - math.sin(h) * w, y + math.cos(h) * w) for x, y, h, w in trunk_spine()]
    return (*left, *_round_end(trunk_spine()[-1]), *reversed(right), left[0])


def _round_end(end: tuple[float, float, float, float]) -> list[Point]:
    x, y, heading, radius = end
    turns = (heading + math.radians(degrees) for degrees in range(-75, 90, 15))
    return [(x + math.cos(t) * radius, y + math.sin(t) * radius) for t in turns]


@lru_cache
def trunk_ribs() -> tuple[tuple[Point, ...], ...]:
    """Curved lines across the trunk, slanting towards the tail like the folds of a skin."""
    ribs = []
    for step in range(8, SPINE_STEPS - 3, 4):
        x, y, heading, w = trunk_spine()[step]
        back_x, back_y = math.cos(heading) * w * 0.55, math.sin(heading) * w * 0.55
        across_x, across_y = -math.sin(heading) * w * 0.72, math.cos(heading) * w * 0.72
        ribs.append(
            tuple(
                (x + across_x * t - back_x * (1 - t * t), y + across_y * t - back_y * (1 - t * t))
                for t in (-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1)
            )
        )
    return tuple(ribs)


@lru_cache
def trunk_fringe() -> tuple[tuple[Point, ...], ...]:
    """Small leaves along the outer edge, on both hooks of the S."""
    leaves = []
    for step in range(6, SPINE_STEPS - 8, 6):
        x, y, heading, w = trunk_spine()[step]
        side = 1 if step < SPINE_STEPS * 0.42 else -1
        out = heading + side * math.radians(90)
        root = (x + math.cos(out) * (w + 0.05), y + math.sin(out) * (w + 0.05))
        leaves.append(tuple(placed(leaf(), *root, 0.11, math.degrees(out) - side * 38)))
    return tuple(leaves)


@lru_cache
def leaf() -> tuple[Point, ...]:
    """A pointed leaf from the origin to (1, 0)."""
    steps = [i / 10 for i in range(11)]
    upper = [(t, -0.27 * math.sin(math.pi * t**0.8)) for t in steps]
    return tuple(upper + [(t, -y * 0.8) for t, y in reversed(upper)])


@lru_cache
def petal(petals: int) -> tuple[Point, ...]:
    """One rounded petal along the x axis; the flower has radius 1."""
    half = 0.86 * math.pi / petals
    steps = [1 - (1 - i / 22) ** 2 for i in range(23)]
    edge = [(0.27 + 0.73 * t, math.sin(math.pi * t**1.7) ** 0.72 * half * 0.62) for t in steps]
    return tuple(edge + [(x, -y) for x, y in reversed(edge)])


def draw_flower(canvas: Canvas, spot: Spot, colour: str, heart: str, petals: int = 5) -> None:
    for index in range(petals):
        canvas.polygon(
            placed(petal(petals), spot.x, spot.y, spot.scale, spot.angle + 360 * index / petals), colour
        )
    canvas.dot(spot.x, spot.y, spot.scale * 0.2, heart)


def draw_sprig(canvas: Canvas, spot: Spot, colour: str) -> None:
    """A bent twig with paired leaves; `scale` is its length."""
    twig = tuple((t / 10, -0.22 * (t / 10) ** 2) for t in range(11))
    canvas.stroke(spot.place(twig), colour, spot.scale * 0.035)
    for step, size in ((2, 0.3), (4, 0.29), (6, 0.26), (8, 0.22)):
        root = spot.place((twig[step],))[0]
        slope = math.degrees(math.atan(-0.44 * step / 10))
        for side in (-52, 46):
            canvas.polygon(placed(leaf(), *root, spot.scale * size, spot.angle + slope + side), colour)
    tip = spot.place((twig[10],))[0]
    canvas.polygon(placed(leaf(), *tip, spot.scale * 0.24, spot.angle - 26), colour)


def draw_trunk(canvas: Canvas, spot: Spot, line: str, body: str, fringe: str | None = None) -> None:
    """The Gajah Oling itself; `scale` is about its height."""
    if fringe:
        for piece in trunk_fringe():
            canvas.polygon(spot.place(piece), fringe)
    outline = spot.place(trunk_outline())
    canvas.polygon(outline, body)
    for rib in trunk_ribs():
        canvas.stroke(spot.place(rib), fringe or line, spot.scale * 0.016)
    canvas.stroke(outline, line, spot.scale * 0.02)


def draw_hem(canvas: Canvas, top: float, size: float, ground: str, points: str, dots: str) -> None:
    """The tumpal border from `top` to the lower edge: triangles standing on the hem, dots between them."""
    canvas.box(0, top, canvas.width, canvas.height, ground)
    count = max(1, round(canvas.width / size))
    step = canvas.width / count
    for index in range(count + 1):
        x = index * step
        canvas.polygon([(x, top + size * 1.25), (x + step, top + size * 1.25), (x + step / 2, top)], points)
        canvas.dot(x, top + size * 0.34, size * 0.09, dots)
        canvas.dot(x + step / 2, top + size * 0.86, size * 0.1, ground)
    canvas.box(0, top + size * 1.25, canvas.width, canvas.height, points)
