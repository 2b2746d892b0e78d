"""A page costs the same however many villages there are."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from sites.models import Village
from tests.factories import sites as factories

pytestmark = pytest.mark.once

BUDGET = 15
# Pages that show one thing or one list; homes gather several.
LEAN = 12
HOMES = {"/", "/en/"}
WRITES, MOST_WRITES = ("INSERT", "UPDATE", "DELETE"), 10
PORTAL_PATHS = ["/", "/en/", "/?q=a", "/?all=1", "/?q=a&part=villages", "/kabar/"]
PATHS = ["/", "/pengumuman/", "/pengumuman/nomor-0/", "/en/", "/en/announcements/"]
SHARED_PATHS = ["/pengumuman/bpbd/ayo-menari/", "/en/announcements/bpbd/come-and-dance/"]
PATHS += ["/profil-desa/", "/pemerintah-desa/", "/lembaga-desa/", "/en/about-the-village/"]


def queries(host, path):
    client = Client(HTTP_HOST=host)
    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(path).status_code == 200
    return captured.captured_queries


@pytest.fixture
def content(kemiren):
    for number in range(3):
        factories.make_announcement(kemiren, f"Nomor {number}")
    factories.make_profile(kemiren, latitude=-8.2, longitude=114.3)
    factories.make_government(kemiren)
    factories.make_institution(kemiren)
    return kemiren


@pytest.mark.parametrize("path", PATHS)
def test_a_page_of_a_village_stays_within_its_budget(content, path):
    found = queries("kemiren.localhost", path)
    assert len(found) <= (BUDGET if path in HOMES else LEAN), "\n".join(query["sql"][:200] for query in found)


@pytest.mark.parametrize("path", PORTAL_PATHS)
def test_the_portal_stays_within_its_budget(content, path):
    found = queries("localhost", path)
    assert len(found) <= (BUDGET if path in HOMES else LEAN), "\n".join(query["sql"][:200] for query in found)


def test_longer_lists_cost_no_more_queries(content):
    before = {path: len(queries("kemiren.localhost", path)) for path in PATHS}
    for number in range(3, 12):
        factories.make_announcement(content, f"Nomor {number}")
    assert {path: len(queries("kemiren.localhost", path)) for path in PATHS} == before


def publishing(page):
    """Number of queries of publishing a page again, when its pictures and indexes are there."""
    revision = page.save_revision()
    with CaptureQueriesContext(connection) as captured:
        revision.publish()
    return len(captured)


def test_publishing_for_all_villages_is_ten_writes_at_most(content):
    for _number in range(5):
        factories.make_village()
    office = factories.make_office("bpbd", may_alert=True)
    draft = factories.draft_shared(office)
    revision = draft.save_revision()
    with CaptureQueriesContext(connection) as captured:
        revision.publish()
    writes = [query["sql"] for query in captured if query["sql"].startswith(WRITES)]
    assert 0 < len(writes) <= MOST_WRITES, "\n".join(sql[:120] for sql in writes)
    assert "Ayo menari" in Client(HTTP_HOST="kemiren.localhost").get("/pengumuman/").text


def test_217_villages_cost_no_more_queries_than_6(content):
    office = factories.make_office("bpbd", may_alert=True)
    page = factories.make_shared(office)
    factories.translate(page)
    hosts = [("kemiren.localhost", path) for path in PATHS + SHARED_PATHS]
    hosts += [("localhost", path) for path in PORTAL_PATHS]
    for _number in range(5):
        factories.make_village()
    before = {where: len(queries(*where)) for where in hosts}, publishing(page)
    factories.make_crowd(211)
    assert Village.objects.open().count() == 217
    cache.clear()
    assert ({where: len(queries(*where)) for where in hosts}, publishing(page)) == before
    page.severity, page.expires_at = "emergency", timezone.now() + timedelta(days=1)
    page.save_revision().publish()
    for village in Village.objects.open().select_related("site"):
        assert 'data-severity="emergency"' in Client(HTTP_HOST=village.hostname).get("/").text


def test_the_village_and_the_way_to_a_page_are_found_with_it(content):
    found = [query["sql"] for query in queries("kemiren.localhost", "/pengumuman/nomor-0/")]
    assert not [sql for sql in found if 'FROM "sites_village" ' in sql]
    assert len([sql for sql in found if '"wagtailcore_page"."url_path" IN' in sql]) == 1
    assert not [sql for sql in found if '"wagtailcore_page"."path" IN' in sql]
