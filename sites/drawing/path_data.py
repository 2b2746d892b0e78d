"""Turns the path data of an SVG into lines of points."""

import re
from collections.abc import Iterator

from .canvas import Point

TOKEN = re.compile(r"[A-Za-z]|-?(?:\d*\.\d+|\d+)")
ARGUMENTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "Z": 0}
STEPS = 10


def polylines(data: str) -> list[list[Point]]:
    """Return one list of points for each part of a path; curves become short straight pieces."""
    lines: list[list[Point]] = []
    here: Point = (0, 0)
    control: Point | None = None
    for command, values in _commands(data):
        kind = command.upper()
        origin = here if command.islower() else (0, 0)
        points = _points(kind, values, here, origin)
        if kind == "M":
            lines.append(points)
        elif kind == "Z":
            lines[-1].append(lines[-1][0])
        else:
            if not lines:
                lines.append([here])
            if kind == "S":
                points = [_mirrored(control or here, here), *points]
            lines[-1] += _curve([here, *points]) if kind in "CSQ" else points
        control = points[-2] if kind in "CS" else None
        here = lines[-1][-1]
    return lines


def _commands(data: str) -> Iterator[tuple[str, list[float]]]:
    """Split path data into commands with their numbers; a letter may stand for several."""
    tokens = TOKEN.findall(data)
    position, command = 0, ""
    while position < len(tokens):
        if tokens[position].isalpha():
            command = tokens[position]
            position += 1
        count = ARGUMENTS[command.upper()]
        yield command, [float(token) for token in tokens[position : position + count]]
        position += count
        command = {"M": "L", "m": "l"}.get(command, command)


def _points(kind: str, values: list[float], here: Point, origin: Point) -> list[Point]:
    if kind == "H":
        return [(origin[0] + values[0], here[1])]
    if kind == "V":
        return [(here[0], origin[1] + values[0])]
    pairs = zip(values[::2], values[1::2], strict=True)
    return [(origin[0] + x, origin[1] + y) for x, y in pairs]


def _mirrored(point: Point, centre: Point) -> Point:
    return 2 * centre[0] - point[0], 2 * centre[1] - point[1]


def _curve(points: list[Point]) -> list[Point]:
    """Points along a Bézier curve of any degree, without its start."""
    found = []
    for step in range(1, STEPS + 1):
        share, rest = step / STEPS, points
        while len(rest) > 1:
            rest = [
                (x0 + (x1 - x0) * share, y0 + (y1 - y0) * share)
                for (x0, y0), (x1, y1) in zip(rest, rest[1:], strict=False)
            ]
        found.append(rest[0])
    return found
