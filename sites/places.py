"""A point on the map: as links, as people read it, and how far it is from another one."""

import math
from typing import NamedTuple
from urllib.parse import urlencode

from django.utils.formats import number_format
from django.utils.translation import gettext, pgettext

EARTH_KILOMETRES = 6371
DIGITS = 5  # about a metre


class Place(NamedTuple):
    """Degrees; south and west are negative."""

    latitude: float
    longitude: float

    @property
    def geo_url(self) -> str:
        """Link that opens the map app of a phone."""
        return f"geo:{self._pair(',')}"

    @property
    def map_url(self) -> str:
        latitude, longitude = self._pair(" ").split()
        query = urlencode({"mlat": latitude, "mlon": longitude, "zoom": 14})
        return f"https://www.openstreetmap.org/?{query}"

    @property
    def text(self) -> str:
        """Such as "8.2047° S, 114.3205° E"."""
        sides = (
            pgettext("latitude", "S") if self.latitude < 0 else pgettext("latitude", "N"),
            pgettext("longitude", "W") if self.longitude < 0 else pgettext("longitude", "E"),
        )
        return ", ".join(
            f"{number_format(abs(degrees), decimal_pos=4, use_l10n=True)}° {side}"
            for degrees, side in zip(self, sides, strict=True)
        )

    def _pair(self, separator: str) -> str:
        return separator.join(f"{degrees:.{DIGITS}f}" for degrees in self)


def search_url(words: str) -> str:
    """Where a place without coordinates may be looked up by its name."""
    return "https://www.openstreetmap.org/search?" + urlencode({"query": words})


def kilometres(one: Place, other: Place) -> float:
    """Distance in a straight line."""
    north, south = math.radians(one.latitude), math.radians(other.latitude)
    up, across = north - south, math.radians(one.longitude - other.longitude)
    half = math.sin(up / 2) ** 2 + math.cos(north) * math.cos(south) * math.sin(across / 2) ** 2
    return 2 * EARTH_KILOMETRES * math.asin(math.sqrt(half))


def direction(start: Place, end: Place) -> str:
    """Name the side of `start` on which `end` lies, to the nearest eighth."""
    up = end.latitude - start.latitude
    across = (end.longitude - start.longitude) * math.cos(math.radians(start.latitude))
    names = (
        pgettext("direction", "north"),
        pgettext("direction", "north-east"),
        pgettext("direction", "east"),
        pgettext("direction", "south-east"),
        pgettext("direction", "south"),
        pgettext("direction", "south-west"),
        pgettext("direction", "west"),
        pgettext("direction", "north-west"),
    )
    return names[round(math.degrees(math.atan2(across, up)) / 45) % 8]


def distance_text(start: Place, end: Place, name: str) -> str:
    """Such as "About 17 km south-east of the Ijen crater, in a straight line"."""
    return gettext("About %(distance)s km %(direction)s of %(place)s, in a straight line") % {
        "distance": round(kilometres(start, end)),
        "direction": direction(start, end),
        "place": name,
    }
