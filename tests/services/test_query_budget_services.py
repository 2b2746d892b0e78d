"""Services cost the same however many villages and services there are."""

import gzip

import pytest
from django.conf import settings
from django.core.cache import cache

from sites.models import Village
from tests.factories import sites as factories
from tests.factories.services import make_guide, make_service
from tests.sites.test_query_budget import BUDGET, queries

pytestmark = pytest.mark.once

HOST = "kemiren.localhost"
OWN = [
    "/layanan/",
    "/layanan/?q=usaha&event=business",
    "/layanan/?q=ushaa+tambang",
    "/layanan/usaha/",
    "/layanan/mulai/",
]
SHARED = ["/layanan/dpmd/pindah/", "/layanan/dpmd/pindahan/"]
PORTAL = ["/layanan/", "/layanan/?q=pindah", "/kantor/dpmd/layanan/", "/kantor/dpmd/layanan/pindah/"]
ADDRESSES = [(HOST, path) for path in OWN + SHARED] + [("localhost", path) for path in PORTAL]


def step(service):
    return ("step", {"title": service.title, "text": "", "service": service})


@pytest.fixture
def content(kemiren):
    office = factories.make_office("dpmd")
    template = make_service(office, "Surat pindah", slug="pindah")
    make_guide(office, "Pindah rumah", slug="pindahan", steps=[step(template)])
    papers = [("paper", {"name": f"Surat {number}", "note": ""}) for number in range(6)]
    own = make_service(
        kemiren, "Surat usaha", slug="usaha", life_events=["business"], papers=papers, asking="question"
    )
    make_guide(kemiren, "Mulai usaha", slug="mulai", life_event="business", steps=[step(own), step(template)])
    return kemiren


@pytest.mark.parametrize(("host", "path"), ADDRESSES)
def test_a_page_stays_within_its_budget(content, host, path):
    found = queries(host, path)
    assert len(found) <= BUDGET, "\n".join(query["sql"][:200] for query in found)


def test_more_services_and_217_villages_cost_no_more_queries(content):
    before = {where: len(queries(*where)) for where in ADDRESSES}
    for number in range(12):
        make_service(content, f"Surat usaha {number}", life_events=["business"])
    factories.make_village()
    factories.make_crowd(214)
    assert Village.objects.open().count() >= 216
    cache.clear()
    assert {where: len(queries(*where)) for where in ADDRESSES} == before


def test_pages_stylesheet_and_script_are_light(content, get):
    for path in ("/layanan/", "/layanan/usaha/"):
        assert len(gzip.compress(get(HOST, path).content, 9)) <= 9 * 1024
    static = settings.BASE_DIR / "static"
    assert len(gzip.compress((static / "css" / "services.css").read_bytes(), 9)) <= 3 * 1024
    assert len(gzip.compress((static / "js" / "checklist.js").read_bytes(), 9)) <= 1024
