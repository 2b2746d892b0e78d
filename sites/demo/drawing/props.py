"""What stands in the sample pictures: houses, boats, a hall, bunches of flowers."""

from sites.drawing.canvas import Canvas, placed
from sites.drawing.motif import Spot, draw_flower, draw_sprig, draw_trunk
from sites.drawing.palette import Palette


def draw_house(canvas: Canvas, palette: Palette, x: float, y: float, size: float) -> None:
    """An Osing house with its low, broad gable roof; x, y is the middle of its foot."""
    canvas.box(x - size * 0.36, y - size * 0.36, x + size * 0.36, y, palette.wax)
    canvas.box(x - size * 0.09, y - size * 0.26, x + size * 0.09, y, palette.deep)
    roof = [(-0.55, -0.34), (-0.3, -0.74), (0.3, -0.74), (0.55, -0.34)]
    canvas.polygon(placed(roof, x, y, size), palette.gold)


def draw_palm(canvas: Canvas, x: float, y: float, size: float, colour: str, lean: float) -> None:
    trunk = [(x + lean * size * (t / 8) ** 2, y - size * t / 8) for t in range(9)]
    canvas.stroke(trunk, colour, size * 0.05)
    for turn in (-160, -125, -90, -55, -20, 15, 165):
        frond = [(t / 8, 0.42 * (t / 8) ** 2 * (1 if abs(turn) < 90 else -1)) for t in range(9)]
        canvas.stroke(placed(frond, *trunk[-1], size * 0.42, turn), colour, size * 0.05)


def draw_boat(canvas: Canvas, palette: Palette, x: float, y: float, size: float) -> None:
    """A jukung under sail: hull, outrigger arms, mast, triangular sail."""
    sail = [(-0.06, -0.16), (0.02, -1.15), (0.5, -0.26)]
    jib = [(-0.1, -0.2), (-0.02, -0.95), (-0.36, -0.22)]
    hull = [(-0.62, -0.22), (-0.4, -0.04), (0.36, -0.04), (0.66, -0.26), (0.5, 0.08), (-0.42, 0.08)]
    canvas.polygon(placed(sail, x, y, size), palette.wax)
    canvas.polygon(placed(jib, x, y, size), palette.gold)
    canvas.stroke(placed([(-0.03, 0), (-0.03, -1.2)], x, y, size), palette.deep, size * 0.03)
    canvas.polygon(placed(hull, x, y, size), palette.wax if palette.night else palette.deep)
    canvas.stroke(placed([(-0.5, 0.16), (0.52, 0.16)], x, y, size), palette.gold, size * 0.035)
    for arm in (-0.3, 0.26):
        canvas.stroke(placed([(arm, -0.04), (arm * 1.1, 0.16)], x, y, size), palette.gold, size * 0.025)


def draw_paglak(canvas: Canvas, palette: Palette, x: float, y: float, size: float) -> None:
    """The tall bamboo hut from which farmers guard the rice."""
    for foot, head in ((-0.26, -0.16), (0.26, 0.16), (-0.1, 0.12), (0.1, -0.12)):
        canvas.stroke(placed([(foot, 0), (head, -0.62)], x, y, size), palette.wax, size * 0.03)
    for half, low, colour in ((0.24, -0.6, palette.wax), (0.12, -0.66, palette.deep)):
        wall = [(-half, low), (half, low), (half, -0.84), (-half, -0.84)]
        canvas.polygon(placed(wall, x, y, size), colour)
    canvas.polygon(placed([(-0.42, -0.8), (0, -1.16), (0.42, -0.8)], x, y, size), palette.gold)


def draw_screen(canvas: Canvas, palette: Palette, middle: float, half: float, floor: float) -> None:
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


def draw_roof(canvas: Canvas, palette: Palette, middle: float, half: float) -> None:
    tiers = ((1.12, 0.62, 51, 36, palette.middle), (0.6, 0.3, 37.5, 19, palette.line))
    for low, high, bottom, top, colour in tiers:
        corners = [(middle - half * low, bottom), (middle - half * high, top)]
        corners += [(middle + half * high, top), (middle + half * low, bottom)]
        canvas.polygon(corners, colour)
        canvas.stroke([corners[0], corners[3]], palette.gold, 1.1)
    canvas.stroke([(middle - half * 0.32, 19), (middle + half * 0.32, 19)], palette.gold, 1.6)


def draw_posy(canvas: Canvas, palette: Palette, spot: Spot) -> None:
    """A flower with four sprigs around it."""
    for turn in (25, 115, 205, 295):
        root = placed([(1.25, 0)], spot.x, spot.y, spot.scale, spot.angle + turn)[0]
        draw_sprig(canvas, Spot(*root, spot.scale * 1.25, spot.angle + turn), palette.line)
    draw_flower(canvas, spot, palette.bloom, palette.gold)


def draw_great_flower(canvas: Canvas, palette: Palette, spot: Spot) -> None:
    for index in range(10):
        turn = spot.angle + 36 * index
        root = placed([(1.05, 0)], spot.x, spot.y, spot.scale, turn)[0]
        draw_sprig(canvas, Spot(*root, spot.scale * 0.62, turn + 6), palette.line)
    draw_flower(canvas, spot, palette.bloom, palette.gold, 8)
    for share, turn, colour in ((0.62, 22, palette.line), (0.36, 0, palette.deep)):
        inner = Spot(spot.x, spot.y, spot.scale * share, spot.angle + turn)
        draw_flower(canvas, inner, colour, palette.gold, 8)
