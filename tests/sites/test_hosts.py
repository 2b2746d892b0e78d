import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import PageViewRestriction

from sites.models import Village
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


def test_the_question_for_a_password_says_nothing_of_the_page_behind_it(kemiren, other, get):
    page = factories.make_page(kemiren, "Notulen rahasia", summary="Isi rahasia")
    lock = PageViewRestriction.objects.create(page=page, restriction_type="password", password="wani")
    asked = get("kemiren.localhost", "/notulen-rahasia/")
    assert "kata sandi" in asked.text
    assert "Isi rahasia" not in asked.text
    assert "Notulen" not in asked.text
    assert "no-store" in asked["Cache-Control"]
    address = reverse("wagtailcore_authenticate_with_password", args=[lock.pk, page.pk])
    assert address in asked.text
    reader = Client(HTTP_HOST="kemiren.localhost")
    wrong = reader.post(address, {"password": "salah", "return_url": "/notulen-rahasia/"})
    assert "field--bad" in wrong.text
    assert "Isi rahasia" not in wrong.text
    assert reader.post(address, {"password": "wani", "return_url": "/notulen-rahasia/"}).status_code == 302
    assert "Isi rahasia" in reader.get("/notulen-rahasia/").text
    stranger = Client(HTTP_HOST="lain.localhost")
    assert stranger.post(address, {"password": "wani", "return_url": "/"}).status_code == 404


@pytest.mark.parametrize("host", ["kemirn", "kmeiren", "emiren", "kemirenn", "desa-kemiren", "kemiran"])
def test_a_mistyped_host_leads_to_the_village_that_was_meant(kemiren, get, host):
    assert "kemiren.localhost" in get(f"{host}.localhost").text


def test_only_some_villages_are_looked_through_for_an_unknown_host(portal, monkeypatch, get):
    factories.make_crowd(8)
    monkeypatch.setattr("sites.querysets.villages.MOST_ALIKE", 3)
    assert len(Village.objects.all()) > 3 >= len(Village.objects.with_site().alike("uji"))
