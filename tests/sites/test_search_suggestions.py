"""What is offered while somebody types."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation
from wagtail.models import PageViewRestriction

from tests.factories import sites as factories
from tests.sites.test_search import HOSTILE

HOST = "kemiren.localhost"


def address(language="id"):
    with translation.override(language):
        return reverse("search_suggestions")


@pytest.fixture
def ask(get):
    def suggestions(query, host=HOST, language="id"):
        answer = get(host, address(language), data={"q": query})
        assert answer.status_code == 200
        return [item["title"] for item in answer.json()["items"]]

    return suggestions


@pytest.fixture
def content(kemiren):
    factories.make_announcement(kemiren, "Toddler clinic", language="en")
    factories.make_announcement(kemiren, "Konsep posyandu", live=False)
    return factories.make_announcement(kemiren, "Posyandu balita", body=[])


@pytest.mark.parametrize("query", ["pos", "posyandu", "posyandu ba", "BAL", "posiandu"])
def test_titles_are_offered_from_the_first_letters_on(content, ask, query):
    assert ask(query) == ["Posyandu balita"]


@pytest.mark.parametrize("query", ["", "p", " ", "zzzz", "klinik"])
def test_nothing_is_offered_where_nothing_fits(content, ask, query):
    assert ask(query) == []


def test_each_has_its_address_and_type_and_the_number_is_said(content, get):
    answer = get(HOST, address(), data={"q": "posyandu"}).json()
    assert answer["items"][0]["url"] == "/pengumuman/posyandu-balita/"
    assert answer["items"][0]["type"]
    assert answer["message"].startswith("1 ")


def test_only_this_village_and_language_and_what_everybody_may_read(content, ask, other):
    factories.make_announcement(other, "Posyandu desa lain")
    assert ask("posyandu") == ["Posyandu balita"]
    assert ask("clinic") == []
    assert ask("clinic", language="en") == ["Toddler clinic"]
    PageViewRestriction.objects.create(page=content, restriction_type="login")
    assert ask("posyandu") == []


def test_the_list_is_short(kemiren, ask):
    for number in range(9):
        factories.make_announcement(kemiren, f"Kerja bakti {number}")
    assert len(ask("kerja")) == 6


def test_the_portal_offers_villages(content, ask):
    assert ask("kemi", host="localhost") == ["Desa Kemiren"]


def test_a_village_without_english_offers_none(portal, ask):
    village = factories.make_village(HOST, english=False)
    factories.make_announcement(village, "Toddler clinic", language="en")
    assert ask("clinic", language="en") == []


def test_browsers_may_keep_it_and_no_cookie_is_set(content, get):
    answer = get(HOST, address(), data={"q": "posyandu"})
    assert "max-age=300" in answer.headers["Cache-Control"]
    assert not answer.cookies
    assert "Cookie" not in answer.headers.get("Vary", "")


def test_hostile_queries_are_answered(content, ask):
    for words in HOSTILE:
        ask(words)


def test_it_costs_few_queries_whatever_the_number_of_pages(content, ask, kemiren):
    def queries(query):
        ask(query)
        with CaptureQueriesContext(connection) as captured:
            ask(query)
        return len(captured)

    before = queries("posyandu"), queries("posiandu")
    for number in range(10):
        factories.make_announcement(kemiren, f"Posyandu {number}")
        factories.make_announcement(factories.make_village(), f"Posyandu {number}")
    assert (queries("posyandu"), queries("posiandu")) == before
    assert max(before) <= 12


def test_the_form_names_the_address_and_loads_the_script(content, get):
    page = get(HOST, "/").text
    assert f'data-suggestions="{address()}"' in page
    assert 'type="module" src="/static/js/search.js"' in page
