"""Six kinds of sample pictures; each draws from a seeded random source, so no two are alike."""

import math
from collections.abc import Callable
from random import Random

from sites.drawing.canvas import Canvas, Point, mix, placed
from sites.drawing.motif import Spot, draw_hem, draw_trunk
from sites.drawing.palette import Palette

from . import landscape, props

Scene = Callable[[Canvas, Palette, Random], None]

# Where small flowers stand around the large shape in the middle: across, down, size.
AROUND_TRUNK = ((-34, 24, 6), (36, 74, 8), (-62, 62, 5), (66, 26, 6), (92, 66, 7), (-90, 30, 7))
AROUND_FLOWER = ((-66, 28, 6), (66, 70, 7), (-72, 76, 5), (70, 22, 5), (104, 44, 6), (-104, 52, 6))


def cloth(canvas: Canvas, palette: Palette, rng: Random) -> None:
    """A printed length of cloth: the motif in a turned lattice, often closed by a hem."""
    size, angle = rng.choice((26, 34, 42)), rng.choice((-24, -12, 0, 0, 14, 30))
    landscape.scatter_dots(canvas, palette.line, rng, 260)
    for row, column, x, y in _lattice(canvas, size, angle):
        if (row + column) % 2:
            draw_trunk(canvas, Spot(x, y, size * 0.7, angle), palette.line, palette.soft)
        else:
            props.draw_posy(canvas, palette, Spot(x, y, size * 0.15, angle + 20 * row))
    if rng.random() < 0.75:
        ground = palette.middle if palette.night else palette.deep
        draw_hem(canvas, 84, rng.choice((7, 9)), ground, palette.line, palette.gold)


def _lattice(canvas: Canvas, size: float, angle: float) -> list[tuple[int, int, float, float]]:
    """Row, column and place of every repeat that shows on the canvas."""
    reach = int(150 / size) + 3
    repeats = []
    for row in range(-reach, reach):
        for column in range(-reach, reach):
            middle = [((column + row % 2 / 2) * size, row * size * 0.8)]
            x, y = placed(middle, canvas.width * 0.5, canvas.height * 0.45, 1, angle)[0]
            if -size < x < canvas.width + size and -size < y < canvas.height + size:
                repeats.append((row, column, x, y))
    return repeats


def hills(canvas: Canvas, palette: Palette, rng: Random) -> None:
    """Ridges below a volcano, as in the transect of the portal."""
    peak, top = rng.uniform(0.22, 0.78) * canvas.width, rng.uniform(20, 30)
    side = 1 if peak < canvas.width / 2 else -1
    _sky(canvas, palette, rng, peak + side * canvas.width * rng.uniform(0.34, 0.46), 60)
    slope = _volcano(canvas, peak, top)
    landscape.draw_land(canvas, slope, palette.soft)
    landscape.draw_dot_rows(canvas, slope, mix(palette.soft, palette.line, 0.5))
    smoke = landscape.draw_blue_fire if palette.fire else landscape.draw_steam
    smoke(canvas, palette, peak, top + 5.5)
    ridge = landscape.ridge_line(canvas, 70, [(5, 17, rng.uniform(0, 99)), (2.5, 7, rng.uniform(0, 99))])
    landscape.draw_land(canvas, ridge, palette.middle)
    landscape.draw_trees(canvas, palette, ridge, rng)
    front = landscape.ridge_line(canvas, 83, [(5, 17, rng.uniform(0, 99)), (2.5, 7, rng.uniform(0, 99))])
    landscape.draw_land(canvas, front, palette.deep)
    x = rng.choice((rng.uniform(0.12, 0.24), rng.uniform(0.66, 0.78))) * canvas.width
    for offset in (0, 15):
        props.draw_house(canvas, palette, x + offset, 92 - offset / 6, 13)


def _volcano(canvas: Canvas, peak: float, top: float) -> list[Point]:
    """The line of a slope with a crater cut into its top."""
    line = []
    for step in range(101):
        x = canvas.width * step / 100
        slope = 88 - (88 - top) * math.exp(-(((x - peak) / 46) ** 2)) - 2 * math.sin(x / 9)
        line.append((x, max(slope, top + 4 + 0.25 * abs(x - peak))))
    return line


def _sky(canvas: Canvas, palette: Palette, rng: Random, sun_x: float, low: float) -> None:
    landscape.scatter_dots(canvas, palette.soft if palette.night else palette.wax, rng, 80, 0, low)
    landscape.draw_sun(canvas, palette, sun_x, rng.uniform(16, 26), 6.8)


def sea(canvas: Canvas, palette: Palette, rng: Random) -> None:
    """Bands of wave lines, outrigger boats and a low sun."""
    horizon = rng.uniform(42, 54)
    landscape.scatter_dots(canvas, palette.soft if palette.night else palette.wax, rng, 60, 0, horizon)
    sun_x = rng.uniform(0.2, 0.8) * canvas.width
    landscape.draw_sun(canvas, palette, sun_x, horizon - rng.uniform(4, 16), 11)
    cape = [(6, 21, rng.uniform(0, 99)), (2, 8, rng.uniform(0, 99))]
    landscape.draw_land(canvas, landscape.ridge_line(canvas, horizon - 1, cape), palette.soft)
    canvas.box(0, horizon, canvas.width, canvas.height, palette.middle)
    boats = {row: rng.uniform(0.12, 0.88) for row in rng.choice(((3,), (1, 4), (0, 2, 4)))}
    for row in range(9):
        y = horizon + 5 + row * row * 0.62 + row * 1.2
        if row in boats:
            props.draw_boat(canvas, palette, boats[row] * canvas.width, y, 9 + row * 5)
        colour = mix(palette.middle, palette.line, 0.35 + row * 0.08)
        landscape.draw_waves(canvas, y, row, colour, rng)
    shore = landscape.ridge_line(canvas, 92, [(3, 30, rng.uniform(0, 99))])
    canvas.stroke(shore, palette.wax, 1.4)
    landscape.draw_land(canvas, shore, palette.deep)


def fields(canvas: Canvas, palette: Palette, rng: Random) -> None:
    """Terraces in rising bands, planted in rows, with a paglak watch hut."""
    horizon, shift = rng.uniform(32, 38), rng.uniform(0, 160)
    hut_row, hut_x = rng.choice((2, 3)), rng.uniform(0.15, 0.85)
    sun_x = hut_x + (0.45 if hut_x < 0.5 else -0.45) * rng.uniform(0.7, 1)
    _sky(canvas, palette, rng, sun_x * canvas.width, 40)
    far = landscape.ridge_line(canvas, horizon, [(6, 26, rng.uniform(0, 160))])
    landscape.draw_land(canvas, far, palette.soft)
    for row in range(7):
        level = horizon + 6 + row * row * 0.95 + row * 3.4
        ridge = landscape.ridge_line(canvas, level, [(3.2 - row * 0.25, 24, shift + row * 23)])
        landscape.draw_land(canvas, ridge, (palette.middle, palette.deep)[row % 2])
        landscape.draw_plants(canvas, palette, ridge, row)
        if row == hut_row:
            props.draw_paglak(canvas, palette, hut_x * canvas.width, level + 6, 27)


def hall(canvas: Canvas, palette: Palette, rng: Random) -> None:
    """The front of a village hall: a tiered roof on pillars, palms on both sides."""
    middle = canvas.width * rng.uniform(0.42, 0.58)
    floor, half = rng.uniform(76, 80), rng.uniform(46, 54)
    _sky(canvas, palette, rng, middle + rng.choice((-0.78, 0.78)) * half, 60)
    back = [(7, 25, rng.uniform(0, 160)), (2, 9, rng.uniform(0, 99))]
    landscape.draw_land(canvas, landscape.ridge_line(canvas, 60, back), palette.soft)
    for x in (middle - half * 1.25, middle + half * 1.22):
        props.draw_palm(canvas, x, floor, rng.uniform(34, 44), palette.middle, rng.uniform(-0.2, 0.2))
    canvas.box(middle - half * 0.84, 50, middle + half * 0.84, floor, palette.deep)
    props.draw_screen(canvas, palette, middle, half, floor)
    props.draw_roof(canvas, palette, middle, half)
    landscape.draw_land(canvas, [(0, floor), (canvas.width, floor)], palette.middle)
    for step in range(3):
        wide, high = half * (0.92 + step * 0.1), floor + step * 2.4
        canvas.box(middle - wide, high, middle + wide, high + 1.6, palette.line)
    draw_hem(canvas, 91, 5, palette.middle, palette.deep, palette.gold)


def flower(canvas: Canvas, palette: Palette, rng: Random) -> None:
    """One large Gajah Oling or flower, with small flowers around it."""
    x = canvas.width * rng.choice((0.34, 0.5, 0.66))
    landscape.scatter_dots(canvas, palette.line, rng, 150)
    if rng.random() < 0.5:
        draw_trunk(canvas, Spot(x, 51, 76), palette.bloom, palette.soft, palette.line)
        places = AROUND_TRUNK
    else:
        props.draw_great_flower(canvas, palette, Spot(x, 50, 27, rng.uniform(0, 70)))
        places = AROUND_FLOWER
    for across, down, size in places:
        props.draw_posy(canvas, palette, Spot(x + across, down, size, rng.uniform(0, 90)))


SCENES: dict[str, Scene] = {
    "cloth": cloth,
    "hills": hills,
    "sea": sea,
    "fields": fields,
    "hall": hall,
    "flower": flower,
}
