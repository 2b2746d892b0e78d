from types import SimpleNamespace

import pytest

from sites import finder


def village(name, district="Glagah"):
    return SimpleNamespace(name=name, name_key=finder.key(name), district=district)


VILLAGES = [
    village("Kemiren"),
    village("Kampunganyar"),
    village("Macan Putih", "Kabat"),
    village("Tamansari", "Licin"),
    village("Tamansari", "Tegalsari"),
]


def names(found):
    return [(v.name, v.district) for v in found]


@pytest.mark.parametrize("query", ["Kampung Anyar", "kampunganyar", "  KAMPUNG  anyar", "desa Kampung-Anyar"])
def test_spaces_hyphens_capitals_and_the_word_desa_do_not_matter(query):
    assert names(finder.find(query, VILLAGES)) == [("Kampunganyar", "Glagah")]


def test_a_split_official_name_is_found_when_written_together():
    assert names(finder.find("macanputih", VILLAGES)) == [("Macan Putih", "Kabat")]


def test_two_villages_of_one_name_are_both_found():
    assert len(finder.find("tamansari", VILLAGES)) == 2


def test_a_district_finds_its_villages_after_those_whose_name_fits():
    found = names(finder.find("licin", VILLAGES))
    assert found == [("Tamansari", "Licin")]


def test_a_misspelt_name_is_suggested():
    assert names(finder.suggest("Kemirn", VILLAGES)) == [("Kemiren", "Glagah")]


@pytest.mark.parametrize("query", ["", "   ", "!!!", "\x00", "123"])
def test_a_query_without_letters_finds_nothing(query):
    assert finder.find(query, VILLAGES) == []
    assert finder.suggest(query, VILLAGES) == []


def test_a_very_long_query_is_cut():
    assert finder.find("kemiren" + "x" * 10_000, VILLAGES) == []
