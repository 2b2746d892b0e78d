import csv
import re
from pathlib import Path

import pytest
from django.utils import translation

from sites import locator, places
from sites.places import Place

KEMIREN = Place(-8.2047, 114.3205)
COORDINATES = Path(__file__).resolve().parents[2] / "data" / "village_coordinates.csv"


@pytest.fixture(scope="module")
def register():
    with COORDINATES.open(encoding="utf-8") as lines:
        return [Place(float(row["latitude"]), float(row["longitude"])) for row in csv.DictReader(lines)]


def test_every_village_whose_place_is_known_is_inside_the_drawing(register):
    assert all(locator.is_inside(place) for place in register)
    drawing = locator.draw(KEMIREN, register)
    dots = re.findall(r"M(\d+) (\d+)h0", drawing.others)
    assert len(dots) == len({locator.project(place) for place in register})
    assert all(int(x) < drawing.size.x and int(y) < drawing.size.y for x, y in dots)


def test_north_is_up_and_the_scale_is_true():
    south_of_it = Place(KEMIREN.latitude - 0.1, KEMIREN.longitude)
    east_of_it = Place(KEMIREN.latitude, KEMIREN.longitude + 0.1)
    here, below, right = (locator.project(place) for place in (KEMIREN, south_of_it, east_of_it))
    for other, distance in ((below, below.y - here.y), (right, right.x - here.x)):
        kilometres = places.kilometres(KEMIREN, south_of_it if other is below else east_of_it)
        assert distance == pytest.approx(kilometres * locator.UNITS_PER_KILOMETRE, abs=1)


@pytest.mark.parametrize("place", [Place(0, 0), Place(8.2, 114.3), Place(-8.2, 11.43), Place(114.3, -8.2)])
def test_a_mistyped_place_is_not_drawn(place, register):
    assert locator.draw(place, register) is None
    assert locator.draw(KEMIREN, [place]).others == ""


def test_the_name_grows_away_from_the_strait():
    assert locator.draw(Place(-8.4, 114.34), []).label_anchor == "end"
    assert locator.draw(Place(-8.5, 113.96), []).label_anchor == "start"


def test_the_drawing_is_told_in_words():
    with translation.override("en"):
        text = locator.crater_text(KEMIREN)
    assert text == "About 18 km south-east of the Ijen crater, in a straight line"


@pytest.mark.parametrize(
    ("place", "indonesian", "english"),
    [
        (KEMIREN, "8,2047° ", "8.2047° S, 114.3205° E"),
        (Place(1.5, -0.25), "1,5000° ", "1.5000° N, 0.2500° W"),
    ],
)
def test_a_place_is_written_as_the_reader_is_used_to(place, indonesian, english):
    with translation.override("id"):
        assert place.text.startswith(indonesian)
    with translation.override("en"):
        assert place.text == english


def test_links_never_hold_the_signs_of_a_language():
    with translation.override("id"):
        assert KEMIREN.geo_url == "geo:-8.20470,114.32050"
        assert "mlat=-8.20470&mlon=114.32050" in KEMIREN.map_url
    assert places.search_url("Kemiren & Glagah").endswith("query=Kemiren+%26+Glagah")


@pytest.mark.parametrize(
    ("up", "across", "name"),
    [
        (1, 0, "north"),
        (1, 1, "north-east"),
        (0, 1, "east"),
        (-1, 0, "south"),
        (-1, -1, "south-west"),
        (0, -1, "west"),
    ],
)
def test_a_direction_is_the_nearest_of_eight(up, across, name):
    with translation.override("en"):
        assert places.direction(KEMIREN, Place(KEMIREN.latitude + up, KEMIREN.longitude + across)) == name
