"""The land and the sky of the sample pictures."""

import math
from random import Random

from sites.drawing.canvas import Canvas, Point, mix, placed
from sites.drawing.motif import leaf
from sites.drawing.palette import Palette

FLAME = ((-0.32, 0), (-0.4, -0.45), (-0.05, -1.2), (0.02, -0.62), (0.28, -0.9), (0.38, -0.3), (0.26, 0))


def scatter_dots(
    canvas: Canvas, colour: str, rng: Random, count: int, low: float = 0, high: float = 100
) -> None:
    """Scatter isen dots, the small dots that fill a batik ground."""
    for _ in range(count):
        canvas.dot(rng.uniform(0, canvas.width), rng.uniform(low, high), rng.choice((0.35, 0.5)), colour)


def resampled(ridge: list[Point], step: float) -> list[Point]:
    """Points of a line from left to right, a step apart."""
    count = int((ridge[-1][0] - ridge[0][0]) / step) + 1
    found, index = [], 0
    for number in range(count):
        x = ridge[0][0] + number * step
        while index < len(ridge) - 2 and ridge[index + 1][0] < x:
            index += 1
        (x0, y0), (x1, y1) = ridge[index], ridge[index + 1]
        found.append((x, y0 + (y1 - y0) * (x - x0) / (x1 - x0)))
    return found


def draw_dot_rows(canvas: Canvas, ridge: list[Point], colour: str, step: float = 3.6) -> None:
    """Fill the area below a ridge with rows of dots that follow it."""
    for depth in range(1, 26):
        for index, (x, y) in enumerate(resampled(ridge, step)):
            if index % 2 == depth % 2 and y + depth * step < canvas.height:
                canvas.dot(x, y + depth * step, 0.32, colour)


def ridge_line(canvas: Canvas, level: float, waves: list[tuple[float, float, float]]) -> list[Point]:
    """A smooth line from edge to edge; each wave is (height, length, shift)."""
    points = []
    for step in range(101):
        x = canvas.width * step / 100
        points.append((x, level - sum(h * math.sin((x + shift) / length) for h, length, shift in waves)))
    return points


def draw_land(canvas: Canvas, ridge: list[Point], colour: str) -> None:
    canvas.polygon([*ridge, (canvas.width, canvas.height), (0, canvas.height)], colour)


def draw_sun(canvas: Canvas, palette: Palette, x: float, y: float, radius: float) -> None:
    """A disc with a ring of dots, drawn like a flower of the cloth."""
    canvas.dot(x, y, radius, palette.gold)
    for turn in range(0, 360, 15):
        away = radius * 1.28
        dot_x, dot_y = x + away * math.cos(math.radians(turn)), y + away * math.sin(math.radians(turn))
        canvas.dot(dot_x, dot_y, radius * 0.055, palette.gold if palette.night else palette.middle)


def draw_trees(canvas: Canvas, palette: Palette, ridge: list[Point], rng: Random) -> None:
    for x, y in rng.sample(ridge[6:-6], 14):
        size = rng.uniform(4, 7)
        for lift in (0, 0.55):
            tree = [(-0.5 + lift * 0.25, 0.3 - lift), (0, -0.7 - lift), (0.5 - lift * 0.25, 0.3 - lift)]
            canvas.polygon(placed(tree, x, y, size), palette.deep)


def draw_blue_fire(canvas: Canvas, palette: Palette, x: float, y: float) -> None:
    """The blue fire of the Ijen crater."""
    for size, colour in ((12, palette.line), (7, palette.wax)):
        canvas.polygon(placed(FLAME, x, y, size), colour)


def draw_steam(canvas: Canvas, palette: Palette, x: float, y: float) -> None:
    for start, height in ((-4, 9), (0, 13), (4, 8)):
        curl = [(x + start + 1.1 * math.sin(t / 2.4), y - height * t / 12) for t in range(13)]
        canvas.stroke(curl, palette.wax, 0.9)


def draw_waves(canvas: Canvas, y: float, row: int, colour: str, rng: Random) -> None:
    """One row of broken wave lines; rows further down are larger."""
    height, length = 1.0 + row * 0.28, 7 + row * 1.5
    x = -rng.uniform(0, 30)
    while x < canvas.width:
        span = length * rng.randint(2, 4)
        steps = [span * step / 40 for step in range(41)]
        line = [(x + t, y - height * 0.8 * math.sin(t / length * 2 * math.pi)) for t in steps]
        canvas.stroke(line, colour, 0.5 + height * 0.22)
        x += span + rng.uniform(3, 14)


def draw_plants(canvas: Canvas, palette: Palette, ridge: list[Point], row: int) -> None:
    """Plants along a terrace: sprouts of three leaves, every third with a gold grain."""
    size = 0.8 + row * 0.4
    shade = mix(palette.middle, palette.line, 0.45 + row * 0.08)
    for number, (x, y) in enumerate(resampled(ridge, size * 3.1)):
        foot = y + size * 2.3
        for turn in (-140, -90, -40):
            canvas.polygon(placed(leaf(), x, foot, size * (1.9 if turn == -90 else 1.5), turn), shade)
        if number % 3 == row % 3:
            canvas.dot(x, foot - size * 2.5, size * 0.3, palette.gold)
