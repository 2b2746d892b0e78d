"""Where a village lies in the regency, drawn from true coordinates and nothing else.

The villages whose place is known are faint points; together they give the shape
of the land. No coast, no road: there is no source for them here.
"""

from collections.abc import Iterable
from typing import NamedTuple

from django.utils.translation import gettext

from .places import Place, distance_text

CRATER = Place(-8.058, 114.242)  # the lake of Kawah Ijen
STRAIT = Place(-8.36, 114.48)  # out at sea, east of Muncar
NORTH, SOUTH, WEST, EAST = -7.88, -8.68, 113.86, 114.56
UNITS_PER_KILOMETRE = 4
# At these latitudes; the frame is small enough to count as flat.
KILOMETRES_PER_DEGREE = (110.6, 110.2)  # of latitude, of longitude
SCALE_KILOMETRES = 20


class Spot(NamedTuple):
    """A point of the drawing, in whole units."""

    x: int
    y: int


class Locator(NamedTuple):
    pin: Spot
    others: str
    crater: Spot
    strait: Spot
    size: Spot
    scale: int
    label_anchor: str
    label: Spot


def project(place: Place) -> Spot:
    down, right = NORTH - place.latitude, place.longitude - WEST
    per_latitude, per_longitude = KILOMETRES_PER_DEGREE
    return Spot(
        round(right * per_longitude * UNITS_PER_KILOMETRE), round(down * per_latitude * UNITS_PER_KILOMETRE)
    )


SIZE = project(Place(SOUTH, EAST))


def is_inside(place: Place) -> bool:
    return SOUTH < place.latitude < NORTH and WEST < place.longitude < EAST


def draw(village: Place, others: Iterable[Place]) -> Locator | None:
    """Return what the template draws; None for a village outside the frame (a typing mistake)."""
    if not is_inside(village):
        return None
    pin = project(village)
    # Strokes without length and with round ends are the shortest way to draw many points.
    dots = sorted({project(place) for place in others if is_inside(place)})
    return Locator(
        pin=pin,
        others="".join(f"M{dot.x} {dot.y}h0" for dot in dots),
        crater=project(CRATER),
        strait=project(STRAIT),
        size=SIZE,
        scale=SCALE_KILOMETRES * UNITS_PER_KILOMETRE,
        **_label(pin),
    )


def _label(pin: Spot) -> dict:
    """Put the name below the pin and let it grow to the middle, away from the strait and the edge."""
    is_east = pin.x > SIZE.x // 2
    return {
        "label_anchor": "end" if is_east else "start",
        "label": Spot(pin.x + (9 if is_east else -9), pin.y + 26),
    }


def crater_text(village: Place) -> str:
    """Say in words what the drawing shows."""
    return distance_text(CRATER, village, gettext("the Ijen crater"))
