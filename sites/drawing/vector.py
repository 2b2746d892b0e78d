"""Reads the project's own SVG drawings, so that pictures show the very motif that the pages show.

Only what these files hold is understood: groups, paths, circles and uses.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

from django.conf import settings

from .canvas import Canvas, Point, mix
from .path_data import polylines

Matrix = tuple[float, float, float, float, float, float]

TRANSFORM = re.compile(r"(\w+)\(([^)]*)\)")
NUMBER = re.compile(r"-?(?:\d*\.\d+|\d+)")
VARIABLE = re.compile(r"var\(--(\w+)")
PLAIN: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True)
class Style:
    """How a shape is painted; colours are names (currentColor, wax, gold), #rrggbb or "none"."""

    fill: str = "#000000"
    stroke: str = "none"
    width: float = 1
    opacity: float = 1


@dataclass(frozen=True)
class Shape:
    lines: tuple[tuple[Point, ...], ...]
    style: Style


@cache
def shapes(name: str) -> tuple[Shape, ...]:
    """Return what a file of static/img holds, in its own units."""
    root = ElementTree.parse(Path(settings.BASE_DIR) / "static" / "img" / name).getroot()
    by_id = {element.get("id"): element for element in root.iter() if element.get("id")}
    return tuple(_read(root, Style(), PLAIN, by_id))


def draw(canvas: Canvas, name: str, place: tuple[float, float, float], colours: dict[str, str]) -> None:
    """Draw a file with its origin at x, y and its units `scale` large.

    `colours` says what "currentColor", "wax" and "gold" are, and "ground", which
    shines through where something is not opaque.
    """
    x, y, scale = place
    for shape in shapes(name):
        style = shape.style
        fill, stroke = (colours.get(name, name) for name in (style.fill, style.stroke))
        for line in shape.lines:
            points = [(x + px * scale, y + py * scale) for px, py in line]
            if fill != "none" and len(points) > 2:
                canvas.polygon(points, mix(colours["ground"], fill, style.opacity))
            if stroke != "none":
                canvas.stroke(points, stroke, style.width * scale)


def _read(element, style: Style, matrix: Matrix, by_id: dict) -> Iterator[Shape]:
    kind = element.tag.rpartition("}")[2]
    style, matrix = _styled(element, style), _turned(matrix, element.get("transform", ""))
    if kind == "use":
        yield from _read(by_id[element.get("href").lstrip("#")], style, matrix, by_id)
    elif kind == "path":
        yield _shape(polylines(element.get("d")), style, matrix)
    elif kind == "circle":
        yield _shape([_circle(*(float(element.get(name)) for name in ("cx", "cy", "r")))], style, matrix)
    elif kind in {"svg", "g"}:
        for child in element:
            yield from _read(child, style, matrix, by_id)


def _styled(element, style: Style) -> Style:
    found = {}
    for name, attribute in (("fill", "fill"), ("stroke", "stroke")):
        if value := element.get(attribute):
            variable = VARIABLE.match(value)
            found[name] = variable[1] if variable else value
    for name, attribute in (("width", "stroke-width"), ("opacity", "fill-opacity")):
        if value := element.get(attribute):
            found[name] = float(value)
    return replace(style, **found)


def _turned(matrix: Matrix, transform: str) -> Matrix:
    for kind, text in TRANSFORM.findall(transform):
        values = [float(number) for number in NUMBER.findall(text)]
        if kind == "translate":
            step = (1, 0, 0, 1, *values)
        elif kind == "scale":
            step = (values[0], 0, 0, values[-1], 0, 0)
        else:
            cos, sin = math.cos(math.radians(values[0])), math.sin(math.radians(values[0]))
            step = (cos, sin, -sin, cos, 0, 0)
        matrix = _product(matrix, step)
    return matrix


def _product(m: Matrix, n: Matrix) -> Matrix:
    x, y = _moved(m, (n[4], n[5]))
    a, b, c, d = m[:4]
    return (a * n[0] + c * n[1], b * n[0] + d * n[1], a * n[2] + c * n[3], b * n[2] + d * n[3], x, y)


def _moved(m: Matrix, point: Point) -> Point:
    return m[0] * point[0] + m[2] * point[1] + m[4], m[1] * point[0] + m[3] * point[1] + m[5]


def _shape(lines: list[list[Point]], style: Style, matrix: Matrix) -> Shape:
    scale = math.sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))
    moved = tuple(tuple(_moved(matrix, point) for point in line) for line in lines)
    return Shape(moved, replace(style, width=style.width * scale))


def _circle(x: float, y: float, radius: float) -> list[Point]:
    turns = (math.radians(degrees) for degrees in range(0, 361, 15))
    return [(x + radius * math.cos(turn), y + radius * math.sin(turn)) for turn in turns]
