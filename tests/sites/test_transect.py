"""The landscape: order, places and names of the pins, whatever is known about the villages."""

from itertools import combinations, pairwise
from types import SimpleNamespace

import pytest

from sites import transect
from sites.provisioning.register import read

pytestmark = pytest.mark.once

SOUTH_OF_CRATER_KM = 1 / transect.KM_PER_DEGREE


def village(name="Kemiren", altitude_m=None, km=None, district="Glagah"):
    """A village at an altitude, or so many kilometres south of the crater, or nobody knows where."""
    latitude = None if km is None else transect.CRATER_LATITUDE - km * SOUTH_OF_CRATER_KM
    longitude = None if km is None else transect.CRATER_LONGITUDE
    return SimpleNamespace(
        name=name,
        district=district,
        accent="kopi",
        altitude_m=altitude_m,
        latitude=latitude,
        longitude=longitude,
    )


def names(villages):
    return [each.name for each in villages]


@pytest.fixture
def register(settings):
    """All 217 villages, with the coordinates of the 58 that have any."""
    data = settings.BASE_DIR / "data"
    places = {
        row["code"]: (float(row["latitude"]), float(row["longitude"]))
        for row in read(data / "village_coordinates.csv", {"code"})
    }
    return [
        SimpleNamespace(
            altitude_m=None,
            name=row["name"],
            district=row["district"],
            accent="ijen",
            latitude=places.get(row["code"], (None, None))[0],
            longitude=places.get(row["code"], (None, None))[1],
        )
        for row in read(data / "villages.csv", {"code"})
    ]


def boxes(pins):
    """Every box that a reader sees of each pin: its head, and its name where it has one."""
    found = []
    for pin in pins:
        mine = [(pin.number, transect.head(pin.x, pin.y))]
        if pin.name_drop:
            mine.append((pin.number, transect.name_box(pin.x, pin.y + pin.name_drop, pin.name)))
        found += mine
    return found


def covered(pins):
    return [
        (one, other)
        for (one, box), (other, other_box) in combinations(boxes(pins), 2)
        if one != other and transect.overlap(box, other_box)
    ]


def test_the_slope_that_is_drawn_is_the_one_pins_stand_on():
    control_x, control_y, end_x, end_y = (float(part) for part in transect.slope_path()[1:].split())
    for share in (0, 0.2, 0.5, 0.8, 1):
        weights = (1 - share) ** 2, 2 * share * (1 - share), share**2
        x = weights[0] * transect.RIM_X + weights[1] * control_x + weights[2] * end_x
        y = weights[0] * transect.RIM_Y + weights[1] * control_y + weights[2] * end_y
        assert y == pytest.approx(transect.ground(x), abs=0.5)


def test_the_slope_falls_all_the_way_from_the_rim_to_the_shore():
    ys = [transect.ground(x) for x in range(transect.RIM_X, transect.SHORE_X + 1)]
    assert all(one < other for one, other in pairwise(ys))


def test_a_known_altitude_counts_and_not_the_distance():
    assert transect.height_m(village(altitude_m=600, km=40)) == 600
    assert transect.height_m(village(altitude_m=0, km=5)) == 0


def test_without_an_altitude_the_distance_from_the_crater_decides():
    heights = [transect.height_m(village(km=km)) for km in (5, 14, 18, 23, 43, 62)]
    assert heights == sorted(heights, reverse=True)
    # Kemiren lies 18.5 km away, about 140 m high.
    assert 80 < transect.height_m(village(km=18.5)) < 200


def test_a_true_distance_is_measured_in_kilometres():
    assert transect.distance_km(-8.2047, 114.3205) == pytest.approx(18.5, abs=0.2)


def test_villages_are_sorted_from_the_mountain_to_the_sea_and_unknown_places_come_last():
    placed, unplaced = transect.from_mountain_to_sea(
        [
            village("Zeta"),
            village("Pantai", altitude_m=3),
            village("Alfa"),
            village("Lereng", altitude_m=600),
            village("Tengah", km=18.5),
        ]
    )
    assert names(placed) == ["Lereng", "Tengah", "Pantai"]
    assert names(unplaced) == ["Alfa", "Zeta"]


def test_one_coordinate_alone_is_no_place():
    half = village(km=10)
    half.longitude = None
    assert transect.from_mountain_to_sea([half]) == ([], [half])


def test_pins_are_numbered_down_the_slope_and_stand_on_it():
    pins = transect.pins([village(str(metres), altitude_m=metres) for metres in (900, 400, 150, 40, 5)])
    assert [pin.number for pin in pins] == [1, 2, 3, 4, 5]
    assert all(one.x < other.x for one, other in pairwise(pins))
    assert all(pin.y == round(transect.ground(pin.x)) for pin in pins)


def test_pins_keep_their_places_where_there_is_room():
    high, low = transect.pins([village(altitude_m=700), village(altitude_m=5)])
    assert high.x == round(transect.slope_x(700))
    assert low.x == round(transect.slope_x(5))


@pytest.mark.parametrize("metres", [0, 5, 300, 1200, 5000, -4])
@pytest.mark.parametrize("number", [1, 2, 6, 8])
def test_pins_at_one_altitude_are_moved_apart_and_stay_on_the_slope(number, metres):
    pins = transect.pins([village("Temenggungan", altitude_m=metres)] * number)
    assert all(transect.FIRST_X <= pin.x <= transect.LAST_X for pin in pins)
    assert all(other.x - one.x >= 2 * 26 for one, other in pairwise(pins))
    assert covered(pins) == []


def test_a_name_that_would_cover_another_moves_down():
    pins = transect.pins([village("Kalibarumanis", altitude_m=5)] * 8)
    assert covered(pins) == []
    assert {pin.name_drop for pin in pins} >= set(transect.NAME_DROPS)


def test_a_name_that_has_no_room_is_left_out_and_its_number_stays():
    pins = transect.pins([village("Kampung Anyar di Lereng Gunung", altitude_m=5)] * 8)
    assert covered(pins) == []
    assert {pin.name_drop for pin in pins} >= {None}
    assert [pin.number for pin in pins] == list(range(1, 9))


def test_no_village_gives_a_landscape_without_pins():
    assert transect.from_mountain_to_sea([]) == ([], [])
    assert transect.spread([], 8) == []
    assert transect.pins([]) == []


def test_few_villages_are_all_chosen():
    villages = [village(str(number), altitude_m=number) for number in range(8)]
    assert transect.spread(villages, 8, turn=5) == villages


def test_of_many_villages_one_of_each_stretch_is_chosen_and_every_one_has_its_turn():
    numbers = list(range(58))
    for turn in range(10):
        chosen = transect.spread(numbers, 8, turn)
        assert len(chosen) == 8
        assert chosen == sorted(chosen)
        assert all(index * 58 // 8 <= number < (index + 1) * 58 // 8 for index, number in enumerate(chosen))
    assert {number for turn in range(8) for number in transect.spread(numbers, 8, turn)} == set(numbers)


@pytest.mark.parametrize("turn", range(8))
def test_the_whole_register_fits_the_landscape(register, turn):
    placed, unplaced = transect.from_mountain_to_sea(register)
    assert (len(placed), len(unplaced)) == (58, 159)
    pins = transect.pins(transect.spread(placed, 8, turn))
    assert [pin.number for pin in pins] == list(range(1, 9))
    assert all(one.x < other.x and one.y <= other.y for one, other in pairwise(pins))
    assert covered(pins) == []
    assert len([pin for pin in pins if pin.name_drop]) >= 7
