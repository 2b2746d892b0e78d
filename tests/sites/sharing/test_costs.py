"""What publishing for villages costs, and showing it; that 217 cost no more says test_query_budget.py."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from sites.models import VillageSharing
from tests.factories import sites as factories

pytestmark = pytest.mark.once

KEMIREN = "kemiren.localhost"
BUDGET, WRITES = 15, 10
PATHS = ["/", "/pengumuman/", "/pengumuman/feed/", "/profil-desa/"]
GUESTS = ["/pengumuman/disbudpar/ayo-menari/", "/en/announcements/disbudpar/come-and-dance/"]
WRITING = ("INSERT", "UPDATE", "DELETE")


def queries(path, host=KEMIREN):
    client = Client(HTTP_HOST=host)
    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200, path
    return [query["sql"] for query in captured]


def published(page):
    """Queries of publishing a page again, whose pictures and indexes are there."""
    revision = page.save_revision()
    with CaptureQueriesContext(connection) as captured:
        revision.publish()
    return [query["sql"] for query in captured]


@pytest.fixture
def office(kemiren):
    factories.make_profile(kemiren)
    return factories.make_office()


def test_what_is_shared_costs_a_village_one_query_more_at_most(office, kemiren):
    factories.make_announcement(kemiren)
    before = {path: len(queries(path)) for path in PATHS}
    for number in range(5):
        factories.make_shared(office, f"Kabar {number}")
    after = {path: len(queries(path)) for path in PATHS}
    assert all(after[path] <= before[path] + 1 for path in PATHS), (before, after)


def test_a_shared_page_is_read_within_the_budget_also_where_a_village_chose_something(office, kemiren):
    page = factories.make_shared(office)
    factories.translate(page)
    chosen = {"is_pinned": True, "note": "Hari Kamis", "note_en": "On Thursday"}
    VillageSharing.objects.create(village=kemiren, translation_key=page.translation_key, **chosen)
    for path in GUESTS:
        assert len(queries(path)) <= BUDGET, path


@pytest.mark.parametrize(
    "audience", [{"audience": "all"}, {"audience": "districts", "audience_districts": ["Glagah"]}]
)
def test_publishing_for_the_villages_writes_little(office, audience):
    page = factories.make_shared(office, audience="portal")
    for name, value in audience.items():
        setattr(page, name, value)
    writes = [sql for sql in published(page) if sql.startswith(WRITING)]
    assert len(writes) <= WRITES, "\n".join(sql[:160] for sql in writes)
