"""Classes and registering cost the same however many villages, classes and participants there are."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.translation import override

from culture.registering.tickets import path_of
from tests.factories.culture import make_art_form, make_class, make_registration
from tests.factories.sites import home_locale, make_village, publish

from .forms import form_address

pytestmark = pytest.mark.once

BUDGET = 15
HOST = "kemiren.localhost"


def queries(path):
    client = Client(HTTP_HOST=HOST)
    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return captured.captured_queries


@pytest.fixture
def page(kemiren):
    values = {"latitude": -8.2, "longitude": 114.3, "room": "Pendopo", "bring": "Selendang"}
    art_form = make_art_form(title="Gandrung")
    before = timezone.localdate() - timedelta(weeks=2)
    page = make_class(kemiren, quota=2, art_form=art_form, term_from=before, **values)
    english = page.copy_for_translation(home_locale("en"), copy_parents=True)
    english.title, english.slug, english.place, english.room = "Gandrung dance", "gandrung-dance", "", ""
    publish(english)
    make_registration(page)
    return page


@pytest.fixture
def paths(kemiren, page):
    registration = make_registration(page)
    with override("en"):
        english = path_of(registration, kemiren.site)
    return [
        "/kelas/",
        "/en/classes/",
        "/kelas/tari-gandrung/",
        "/en/classes/gandrung-dance/",
        "/kelas/tari-gandrung/kalender.ics",
        form_address(page),
        form_address(page, "en"),
        path_of(registration, kemiren.site),
        path_of(registration, kemiren.site, "registration_cancel"),
        english,
    ]


def test_each_page_stays_within_its_budget(paths):
    for path in paths:
        found = queries(path)
        assert len(found) <= BUDGET, path + "\n" + "\n".join(query["sql"][:200] for query in found)


def test_more_of_everything_costs_no_more(kemiren, page, paths):
    before = {path: len(queries(path)) for path in paths}
    for number in range(6):
        make_village(f"lagi-{number}.localhost", name=f"Lagi {number}")
        make_class(kemiren, f"Kelas {'abcdef'[number]}", quota=1)
        make_registration(page)
    page.term_to += timedelta(weeks=10)
    publish(page)
    cache.clear()
    assert {path: len(queries(path)) for path in paths} == before
