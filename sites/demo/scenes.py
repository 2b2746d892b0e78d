"""Six kinds of sample pictures; each draws from a seeded random source, so no two are alike."""

import math
from collections.abc import Callable
from random import Random

from .canvas import Canvas, Point, mix, placed
from .motif import Spot, draw_flower, draw_hem, draw_sprig, draw_trunk, leaf
from .palette import Palette

Scene = Callable[[Canvas, Palette, Random], None]


def _dots(canvas: Canvas, colour: str, rng: Random, count: int, low: float = 0, high: float = 100) -> None:
    """Scatter isen dots, the small dots that fill a batik ground."""
    for _ in range(count):
        canvas.dot(rng.uniform(0, canvas.width), rng.uniform(low, high), rng.choice((0.35, 0.5)), colour)


def _dotted(canvas: Canvas, ridge: list[Point], colour: str, step: float = 3.6) -> None:
    """Fill the area below a ridge with rows of dots that follow it."""
    for depth in range(1, 26):
        for index, (x, y) in enumerate(_resampled(ridge, step)):
            if index % 2 == depth % 2 and y + depth * step < canvas.height:
                canvas.dot(x, y + depth * step, 0.32, colour)


def _resampled(ridge: list[Point], step: float) -> list[Point]:
    count = int((ridge[-1][0] - ridge[0][0]) / step) + 1
    found, index = [], 0
    for number in range(count):
        x = ridge[0][0] + number * step
        while index < len(ridge) - 2 and ridge[index + 1][0] < x:
            index += 1
        (x0, y0), (x1, y1) = ridge[index], ridge[index + 1]
        found.append((x, y0 + (y1 - y0) * (x - x0) / (x1 - x0)))
    return found


def _ridge(canvas: Canvas, level: float, waves: list[tuple[float, float, float]]) -> list[Point]:
    """A smooth line from edge to edge; each wave is (height, length, shift)."""
    points = []
    for step in range(101):
        x = canvas.width * step / 100
        points.append((x, level - sum(h * math.sin((x + shift) / length) for h, length, shift in waves)))
    return points


def _land(canvas: Canvas, ridge: list[Point], colour: str) -> None:
    canvas.polygon([*ridge, (canvas.width, canvas.height), (0, canvas.height)], colour)


def _sun(canvas: Canvas, palette: Palette, x: float, y: float, radius: float) -> None:
    """A disc with a ring of dots, drawn like a flower of the cloth."""
    canvas.dot(x, y, radius, palette.gold)
    for turn in range(0, 360, 15):
        away = radius * 1.28
        dot_x, dot_y = x + away * math.cos(math.radians(turn)), y + away * math.sin(math.radians(turn))
        canvas.dot(dot_x, dot_y, radius * 0.055, palette.gold if palette.night else palette.middle)


def _house(canvas: Canvas, x: float, y: float, size: float, roof: str, wall: str, door: str) -> None:
    """An Osing house with its low, broad gable roof; x, y is the middle of its foot."""
    canvas.box(x - size * 0.36, y - size * 0.36, x + size * 0.36, y, wall)
    canvas.box(x - size * 0.09, y - size * 0.26, x + size * 0.09, y, door)
    eaves, top = y - size * 0.34, y - size * 0.74
    canvas.polygon(
        [(x - size * 0.55, eaves), (x - size * 0.3, top), (x + size * 0.3, top), (x + size * 0.55, eaves)],
        roof,
    )


def _palm(canvas: Canvas, x: float, y: float, size: float, colour: str, lean: float) -> None:
    trunk = [(x + lean * size * (t / 8) ** 2, y - size * t / 8) for t in range(9)]
    canvas.stroke(trunk, colour, size * 0.05)
    for turn in (-160, -125, -90, -55, -20, 15, 165):
        frond = [(t / 8, 0.42 * (t / 8) ** 2 * (1 if abs(turn) < 90 else -1)) for t in range(9)]
        canvas.stroke(placed(frond, *trunk[-1], size * 0.42, turn), colour, size * 0.05)


def cloth(canvas: Canvas, palette: Palette, rng: Random) -> None:
    """A printed length of cloth: the motif in a turned lattice, closed by a hem."""
    size = rng.choice((30, 38, 48))
    angle = rng.choice((-24, -12, 0, 0, 14, 30))
    _dots(canvas, palette.line, rng, 260)
    reach = int(150 / size) + 2
    for row in range(-reach, reach):
        for column in range(-reach, reach):
            middle = [((column + row % 2 / 2) * size * 1.12, row * size * 0.82)]
            x, y = placed(middle, canvas.width * 0.5, canvas.height * 0.45, 1, angle)[0]
            if not (-size < x < canvas.width + size and -size < y < canvas.height + size):
                continue
            if (row + column) % 2:
                draw_trunk(canvas, Spot(x, y, size * 0.66, angle), palette.line, palette.soft)
            else:
                _posy(canvas, palette, Spot(x, y, size * 0.15, angle + 20 * row))
    if rng.random() < 0.75:
        ground = palette.middle if palette.night else palette.deep
        draw_hem(canvas, 84, rng.choice((7, 9)), ground, palette.line, palette.gold)


def _posy(canvas: Canvas, palette: Palette, spot: Spot) -> None:
    """A flower with four sprigs around it."""
    for turn in (25, 115, 205, 295):
        root = placed([(1.25, 0)], spot.x, spot.y, spot.scale, spot.angle + turn)[0]
        draw_sprig(canvas, Spot(*root, spot.scale * 1.25, spot.angle + turn), palette.line)
    draw_flower(canvas, spot, palette.wax if palette.night else palette.middle, palette.gold)


def hills(canvas: Canvas, palette: Palette, rng: Random) -> None:
    """Ridges below a volcano, as in the transect of the portal."""
    peak, top = rng.uniform(0.22, 0.78) * canvas.width, rng.uniform(20, 30)
    side = 1 if peak < canvas.width / 2 else -1
    _dots(canvas, palette.soft if palette.night else palette.wax, rng, 90, 0, 60)
    _sun(canvas, palette, peak + side * canvas.width * rng.uniform(0.34, 0.46), rng.uniform(18, 30), 6.5)
    slope = [
        (x, 88 - (88 - top) * math.exp(-(((x - peak) / 46) ** 2)) - 2 * math.sin(x / 9))
        for x in (canvas.width * step / 100 for step in range(101))
    ]
    crater = [(x, max(y, top + 4 + 0.25 * abs(x - peak))) for x, y in slope]
    _land(canvas, crater, palette.soft)
    _dotted(canvas, crater, mix(palette.soft, palette.line, 0.5))
    (_fire if palette.fire else _steam)(canvas, palette, peak, top + 5.5)
    for level, colour in ((70, palette.middle), (83, palette.deep)):
        ridge = _ridge(canvas, level, [(5, 17, rng.uniform(0, 99)), (2.5, 7, rng.uniform(0, 99))])
        _land(canvas, ridge, colour)
        if level == 70:
            _trees(canvas, palette, ridge, rng)
    x = rng.uniform(0.3, 0.7) * canvas.width
    for offset in (0, 15):
        _house(canvas, x + offset, 92 - offset / 6, 13, palette.gold, palette.wax, palette.deep)


def _fire(canvas: Canvas, palette: Palette, x: float, y: float) -> None:
    """The blue fire of the Ijen crater."""
    for size, colour in ((12, palette.line), (7, palette.wax)):
        tongue = [
            (-0.32, 0),
            (-0.4, -0.45),
            (-0.05, -1.2),
            (0.02, -0.62),
            (0.28, -0.9),
            (0.38, -0.3),
            (0.26, 0),
        ]
        canvas.polygon(placed(tongue, x, y, size), colour)


def _steam(canvas: Canvas, palette: Palette, x: float, y: float) -> None:
    for start, height in ((-4, 9), (0, 13), (4, 8)):
        curl = [(x + start + 1.1 * math.sin(t / 2.4), y - height * t / 12) for t in range(13)]
        canvas.stroke(curl, palette.wax, 0.9)


def _trees(canvas: Canvas, palette: Palette, ridge: list[Point], rng: Random) -> None:
    for x, y in rng.sample(ridge[6:-6], 14):
        size = rng.uniform(4, 7)
        for lift in (0, 0.55):
            tree = [(-0.5 + lift * 0.25, 0.3 - lift), (0, -0.7 - lift), (0.5 - lift * 0.25, 0.3 - lift)]
            canvas.polygon(placed(tree, x, y, size), palette.deep)


def sea(canvas: Canvas, palette: Palette, rng: Random) -> None:
    """Bands of wave lines, an outrigger boat and a low sun."""
    horizon = rng.uniform(42, 54)
    sun = rng.uniform(0.2, 0.8) * canvas.width
    _dots(canvas, palette.soft if palette.night else palette.wax, rng, 60, 0, horizon)
    _sun(canvas, palette, sun, horizon - rng.uniform(4, 16), 11)
    cape = _ridge(canvas, horizon - 1, [(6, 21, rng.uniform(0, 99)), (2, 8, rng.uniform(0, 99))])
    _land(canvas, cape, palette.soft)
    canvas.box(0, horizon, canvas.width, canvas.height, palette.middle)
    boats = {row: rng.uniform(0.12, 0.88) for row in rng.choice(((3,), (1, 4), (0, 2, 4)))}
    for row in range(9):
        y = horizon + 5 + row * row * 0.62 + row * 1.2
        if row in boats:
            _boat(canvas, palette, boats[row] * canvas.width, y, 9 + row * 5)
        _waves(
            canvas,
            y,
            1.0 + row * 0.28,
            7 + row * 1.5,
            mix(palette.middle, palette.line, 0.35 + row * 0.08),
            rng,
        )
    shore = _ridge(canvas, 92, [(3, 30, rng.uniform(0, 99))])
    canvas.stroke(shore, palette.wax, 1.4)
    _land(canvas, shore, palette.deep)


def _waves(canvas: Canvas, y: float, height: float, length: float, colour: str, rng: Random) -> None:
    x = -rng.uniform(0, 30)
    while x < canvas.width:
        span = length * rng.randint(2, 4)
        points = [
            (x + span * t / 40, y - height * math.sin(span * t / 40 * 2 * math.pi / length) * 0.8)
            for t in range(41)
        ]
        canvas.stroke(points, colour, 0.5 + height * 0.22)
        x += span + rng.uniform(3, 14)


def _boat(canvas: Canvas, palette: Palette, x: float, y: float, size: float) -> None:
    """A jukung under sail: hull, outrigger arms, mast, triangular sail."""
    sail = [(-0.06, -0.16), (0.02, -1.15), (0.5, -0.26)]
    jib = [(-0.1, -0.2), (-0.02, -0.95), (-0.36, -0.22)]
    hull = [(-0.62, -0.22), (-0.4, -0.04), (0.36, -0.04), (0.66, -0.26), (0.5, 0.08), (-0.42, 0.08)]
    canvas.polygon(placed(sail, x, y, size), palette.gold)
    canvas.polygon(placed(jib, x, y, size), palette.wax)
    canvas.stroke(placed([(-0.03, 0), (-0.03, -1.2)], x, y, size), palette.deep, size * 0.03)
    canvas.polygon(placed(hull, x, y, size), palette.wax if palette.night else palette.deep)
    canvas.stroke(placed([(-0.5, 0.16), (0.52, 0.16)], x, y, size), palette.gold, size * 0.035)
    for arm in (-0.3, 0.26):
        canvas.stroke(placed([(arm, -0.04), (arm * 1.1, 0.16)], x, y, size), palette.gold, size * 0.025)


def fields(canvas: Canvas, palette: Palette, rng: Random) -> None:
    """Terraces in rising bands, planted in rows, with a paglak watch hut."""
    horizon = rng.uniform(30, 38)
    _dots(canvas, palette.soft if palette.night else palette.wax, rng, 60, 0, 40)
    hut_row, hut_x = rng.choice((2, 3)), rng.uniform(0.2, 0.8) * canvas.width
    _sun(
        canvas, palette, (hut_x + canvas.width * rng.uniform(0.3, 0.7)) % canvas.width, rng.uniform(15, 22), 7
    )
    _land(canvas, _ridge(canvas, horizon, [(6, 26, rng.uniform(0, 160))]), palette.soft)
    shift = rng.uniform(0, 160)
    for row in range(7):
        level = horizon + 6 + row * row * 0.95 + row * 3.4
        ridge = _ridge(canvas, level, [(3.2 - row * 0.25, 24, shift + row * 23)])
        _land(canvas, ridge, (palette.middle, palette.deep)[row % 2])
        _rows(canvas, palette, ridge, 0.8 + row * 0.4, row)
        if row == hut_row:
            _paglak(canvas, palette, hut_x, level + 6, 27)


def _rows(canvas: Canvas, palette: Palette, ridge: list[Point], size: float, row: int) -> None:
    """Plants along a terrace: sprouts of three leaves, every third with a gold grain."""
    shade = mix(palette.middle, palette.line, 0.45 + row * 0.08)
    for number, (x, y) in enumerate(_resampled(ridge, size * 3.1)):
        foot = y + size * 2.3
        for turn in (-140, -90, -40):
            canvas.polygon(placed(leaf(), x, foot, size * (1.9 if turn == -90 else 1.5), turn), shade)
        if number % 3 == row % 3:
            canvas.dot(x, foot - size * 2.5, size * 0.3, palette.gold)


def _paglak(canvas: Canvas, palette: Palette, x: float, y: float, size: float) -> None:
    """The tall bamboo hut from which farmers guard the rice."""
    for foot, head in ((-0.26, -0.16), (0.26, 0.16), (-0.1, 0.12), (0.1, -0.12)):
        canvas.stroke(placed([(foot, 0), (head, -0.62)], x, y, size), palette.wax, size * 0.03)
    canvas.polygon(
        placed([(-0.24, -0.6), (0.24, -0.6), (0.24, -0.84), (-0.24, -0.84)], x, y, size), palette.wax
    )
    canvas.polygon(
        placed([(-0.12, -0.66), (0.12, -0.66), (0.12, -0.84), (-0.12, -0.84)], x, y, size), palette.deep
    )
    canvas.polygon(placed([(-0.42, -0.8), (0, -1.16), (0.42, -0.8)], x, y, size), palette.gold)


def hall(canvas: Canvas, palette: Palette, rng: Random) -> None:
    """The front of a village hall: a tiered roof on pillars, with bunting."""
    middle = canvas.width * rng.uniform(0.42, 0.58)
    floor, half = rng.uniform(76, 80), rng.uniform(46, 54)
    _sun(canvas, palette, middle + rng.choice((-1, 1)) * half * 1.1, 20, 6)
    _dots(canvas, palette.soft if palette.night else palette.wax, rng, 70, 0, 60)
    back = _ridge(canvas, 60, [(7, 25, rng.uniform(0, 160)), (2, 9, rng.uniform(0, 99))])
    _land(canvas, back, palette.soft)
    for x in (middle - half * 1.25, middle + half * 1.22):
        _palm(canvas, x, floor, rng.uniform(34, 44), palette.middle, rng.uniform(-0.2, 0.2))
    canvas.box(middle - half * 0.84, 50, middle + half * 0.84, floor, palette.deep)
    _screen(canvas, palette, middle, half, floor)
    _roof(canvas, palette, middle, half)
    _land(canvas, [(0, floor), (canvas.width, floor)], palette.middle)
    for step in range(3):
        wide = half * (0.92 + step * 0.1)
        canvas.box(middle - wide, floor + step * 2.4, middle + wide, floor + step * 2.4 + 1.6, palette.line)
    draw_hem(canvas, 91, 5, palette.middle, palette.deep, palette.gold)


def _screen(canvas: Canvas, palette: Palette, middle: float, half: float, floor: float) -> None:
    """The open front: pillars with braces, between them a back wall with the motif."""
    for slot in range(-1, 2):
        spot = Spot(middle + slot * half * 0.58, 64, 16)
        if slot:
            draw_flower(canvas, Spot(spot.x, spot.y, 6), palette.line, palette.gold, 6)
        else:
            draw_trunk(canvas, spot, palette.wax, palette.middle, palette.line)
    for pillar in (-0.8, -0.4, 0.4, 0.8):
        x = middle + half * pillar * 0.96
        canvas.box(x - 1.3, 48, x + 1.3, floor, palette.wax if palette.night else palette.line)
        canvas.box(x - 2.1, floor - 3, x + 2.1, floor, palette.gold)


def _roof(canvas: Canvas, palette: Palette, middle: float, half: float) -> None:
    tiers = ((1.12, 0.62, 51, 36, palette.middle), (0.6, 0.3, 37.5, 19, palette.line))
    for low, high, bottom, top, colour in tiers:
        corners = [(middle - half * low, bottom), (middle - half * high, top)]
        corners += [(middle + half * high, top), (middle + half * low, bottom)]
        canvas.polygon(corners, colour)
        canvas.stroke([corners[0], corners[3]], palette.gold, 1.1)
    canvas.stroke([(middle - half * 0.32, 19), (middle + half * 0.32, 19)], palette.gold, 1.6)


def flower(canvas: Canvas, palette: Palette, rng: Random) -> None:
    """One large Gajah Oling or flower, with leaves and small flowers around it."""
    x = canvas.width * rng.choice((0.34, 0.5, 0.66))
    _dots(canvas, palette.line, rng, 150)
    if rng.random() < 0.5:
        draw_trunk(canvas, Spot(x, 50, 80), palette.wax, palette.soft, palette.line)
        places = [
            (x - 34, 24, 10),
            (x + 36, 74, 13),
            (x - 62, 62, 8),
            (x + 66, 26, 9),
            (x + 92, 66, 11),
            (x - 90, 30, 11),
        ]
    else:
        _great_flower(canvas, palette, Spot(x, 50, 27, rng.uniform(0, 70)))
        places = [
            (x - 66, 28, 10),
            (x + 66, 70, 12),
            (x - 72, 76, 7),
            (x + 70, 22, 8),
            (x + 104, 44, 9),
            (x - 104, 52, 9),
        ]
    for spot_x, spot_y, size in places:
        turn = rng.uniform(0, 90)
        _posy(canvas, palette, Spot(spot_x, spot_y, size * 0.62, turn))


def _great_flower(canvas: Canvas, palette: Palette, spot: Spot) -> None:
    for index in range(10):
        turn = spot.angle + 36 * index
        root = placed([(1.05, 0)], spot.x, spot.y, spot.scale, turn)[0]
        draw_sprig(canvas, Spot(*root, spot.scale * 0.62, turn + 6), palette.line)
    draw_flower(canvas, spot, palette.middle if not palette.night else palette.wax, palette.gold, 8)
    draw_flower(
        canvas, Spot(spot.x, spot.y, spot.scale * 0.62, spot.angle + 22), palette.line, palette.gold, 8
    )
    draw_flower(canvas, Spot(spot.x, spot.y, spot.scale * 0.36, spot.angle), palette.deep, palette.gold, 8)


SCENES: dict[str, Scene] = {
    "cloth": cloth,
    "hills": hills,
    "sea": sea,
    "fields": fields,
    "hall": hall,
    "flower": flower,
}
