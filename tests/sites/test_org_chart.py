from types import SimpleNamespace

import pytest
from django.utils import translation

from sites.org_chart import ChartPlace, chart

pytestmark = pytest.mark.once


def people(*places):
    return [
        SimpleNamespace(name=f"{place.name} {number}", place=place) for number, place in enumerate(places)
    ]


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def test_the_head_is_on_top_the_secretary_beside_and_the_others_below():
    found = chart(
        people(ChartPlace.STAFF, ChartPlace.SECRETARY, ChartPlace.HEAD, ChartPlace.HAMLET), is_desa=True
    )
    assert [person.place for person in found.heads] == [ChartPlace.HEAD]
    assert [person.place for person in found.aides] == [ChartPlace.SECRETARY]
    assert [branch.label for branch in found.branches] == ["Hamlets", "Staff"]


def test_people_of_one_place_keep_their_order():
    found = chart(people(ChartPlace.SECTION, ChartPlace.SECTION, ChartPlace.SECTION), is_desa=True)
    assert [person.name for person in found.branches[0].people] == ["SECTION 0", "SECTION 1", "SECTION 2"]


@pytest.mark.parametrize("place", ChartPlace)
def test_any_place_may_stand_alone(place):
    found = chart(people(place), is_desa=True)
    assert len(found.heads) + len(found.aides) + sum(len(branch.people) for branch in found.branches) == 1


def test_nobody_gives_no_chart():
    assert chart([], is_desa=True) is None


def test_a_kelurahan_has_neighbourhoods_and_no_affairs():
    found = chart(people(ChartPlace.SECTION, ChartPlace.HAMLET), is_desa=False)
    assert [branch.label for branch in found.branches] == ["Sections", "Neighbourhoods"]
