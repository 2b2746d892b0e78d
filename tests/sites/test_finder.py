from types import SimpleNamespace

import pytest

from sites import finder


def village(name, district="Glagah", is_open=False):
    return SimpleNamespace(name=name, name_key=finder.key(name), district=district, is_open=is_open)


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


def test_a_question_is_read_from_an_address_and_cut():
    asked = finder.Question.read({"q": f" {'a' * 500} ", "district": "Licin"})
    assert (len(asked.query), asked.district, asked.everything) == (finder.LONGEST_QUERY, "Licin", False)


@pytest.mark.parametrize("address", [{}, {"q": "  "}, {"page": "2"}, {"all": "no"}])
def test_an_address_that_asks_nothing_is_no_question(address):
    assert not finder.Question.read(address)


def test_a_name_is_looked_for_in_the_chosen_district_only():
    asked = finder.Question("tamansari", "Licin")
    assert names(finder.answer(asked, VILLAGES)) == [("Tamansari", "Licin")]


def test_a_district_alone_lists_villages_with_a_site_first():
    register = [village("Aaa"), village("Zzz", is_open=True), village("Lain", "Licin")]
    assert names(finder.answer(finder.Question(district="Glagah"), register)) == [
        ("Zzz", "Glagah"),
        ("Aaa", "Glagah"),
    ]


def test_districts_are_counted_by_name():
    assert finder.count_by_district(VILLAGES) == [("Glagah", 2), ("Kabat", 1), ("Licin", 1), ("Tegalsari", 1)]
