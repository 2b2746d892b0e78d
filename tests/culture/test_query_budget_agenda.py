"""A calendar costs the same however many villages there are, and with thousands of sessions."""

import gzip
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from culture.models import ClassSession
from sites.models import Village
from tests.factories.culture import make_class, make_event
from tests.factories.sites import home_locale, make_crowd, make_office, make_village, publish

pytestmark = pytest.mark.once

BUDGET = 15
MOST_BYTES = 8 * 1024
HOST = "kemiren.localhost"


def queries(host, path):
    client = Client(HTTP_HOST=host)
    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return captured.captured_queries


def paths():
    today = timezone.localdate()
    month, english = (f"/{name}/{today.year}/{today.month}/" for name in ("agenda", "en/calendar"))
    calendars = ["/agenda/", month, f"{month}?view=grid", f"{english}?view=grid", f"/agenda/{today.year}/"]
    return [*calendars, english, "/agenda/?when=week", "/agenda/kalender.ics", "/en/calendar/kalender.ics"]


def village_paths():
    return [*paths(), "/", "/en/", "/layar/", "/agenda/pentas/", "/agenda/disbudpar/gandrung-sewu/"]


@pytest.fixture
def content(kemiren):
    today = timezone.localdate()
    at = datetime.combine(today, time(19), ZoneInfo("Asia/Jakarta"))
    make_event(kemiren, "Pentas", starts_at=at, latitude=-8.2, longitude=114.3)
    make_event(kemiren, "Panen", certainty="usual", starts_at=None, usual_months=[today.month])
    make_event(kemiren, "Barong", certainty="lunar", starts_at=None, lunar_date="2 Syawal")
    make_event(make_office(), "Gandrung Sewu", starts_at=at)
    make_event(kemiren, "Besok", starts_at=at + timedelta(days=1))
    page = make_class(kemiren, "Tari", term_from=today)
    version = page.copy_for_translation(home_locale("en"), copy_parents=True)
    version.title = "Dancing"
    publish(version)
    return page


def costs():
    hosts = [(HOST, path) for path in village_paths()] + [("localhost", path) for path in paths()]
    cache.clear()
    return {where: len(queries(*where)) for where in hosts}


def test_each_view_stays_within_the_budget(content):
    assert {where: number for where, number in costs().items() if number > BUDGET} == {}


def test_thousands_of_sessions_and_many_events_cost_no_more_queries(content):
    before = costs()
    start = content.sessions.first().starts_at
    sessions = [
        ClassSession(
            class_page=content,
            planned_at=start + timedelta(minutes=number, seconds=1),
            starts_at=start + timedelta(minutes=number),
            ends_at=start + timedelta(minutes=number + 50),
        )
        for number in range(5000)
    ]
    ClassSession.objects.bulk_create(sessions)
    at = content.sessions.first().starts_at
    for number in range(12):
        make_event(None, f"Festival {number}", starts_at=at + timedelta(hours=number))
    assert costs() == before


def test_217_villages_cost_no_more_queries_than_3(content):
    for _number in range(2):
        make_village()
    before = costs()
    for number in range(10):
        make_event(make_village(), f"Milik {number}")
    make_crowd(204)
    assert Village.objects.open().count() == 217
    assert costs() == before
    # The choice between all of them is the most that stands on it.
    assert len(gzip.compress(Client().get("/agenda/").content)) <= MOST_BYTES
