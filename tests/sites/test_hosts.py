import pytest
from django.test import Client

from tests.factories import sites as factories


def test_the_portal_and_each_village_answer_at_their_own_host(kemiren, get):
    other = factories.make_village("taman.localhost", name="Tamansari")
    assert "Smart Kampung" in get("localhost").text
    assert "Desa Kemiren" in get("kemiren.localhost").text
    assert other.display_name in get("taman.localhost").text


def test_an_unknown_host_gets_a_helpful_404_and_never_another_site(kemiren, get):
    factories.make_announcement(kemiren, "Rahasia Kemiren")
    answer = get("kemirn.localhost", "/pengumuman/")
    assert answer.status_code == 404
    assert "Rahasia" not in answer.text
    assert "kemiren.localhost" in answer.text
    assert "<form" in answer.text


@pytest.mark.parametrize("path", ["/admin/", "/en/", "/sitemap.xml", "/media/x.jpg", "/documents/1/x.pdf"])
def test_nothing_is_served_on_an_unknown_host(portal, get, path):
    assert get("orang-lain.example", path).status_code == 404


@pytest.mark.parametrize("host", ["kemiren.localhost/x", "a b", "<script>", "kemiren.localhost:port"])
def test_a_malformed_host_is_refused(portal, host):
    assert Client(HTTP_HOST=host).get("/").status_code == 400


def test_a_village_made_while_the_server_runs_is_served_at_once(portal, get):
    assert get("baru.localhost").status_code == 404
    factories.make_village("baru.localhost")
    assert get("baru.localhost").status_code == 200


def test_health_answers_on_any_host(db, get):
    assert get("10.0.0.7", "/healthz").status_code == 200


def test_the_host_may_carry_any_port_and_capitals(kemiren, get):
    assert "Desa Kemiren" in get("Kemiren.LOCALHOST:9999").text
