import json

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError
from django.test import Client
from wagtail.models import PageViewRestriction

from sites.outage import outage_page
from tests.factories import sites as factories

HOST = "kemiren.localhost"


def ask(path="/", method="get", **headers):
    client = Client(HTTP_HOST=HOST, raise_request_exception=False, enforce_csrf_checks=True)
    return getattr(client, method)(path, **headers)


@pytest.fixture
def database_away(monkeypatch):
    """Let the first question of each request fail, as when the database has stopped."""

    def fail(*arguments):
        raise DatabaseError("away")

    monkeypatch.setattr("wagtail.models.Site.find_for_request", fail)


def test_a_missing_page_offers_search_and_a_way_out(kemiren):
    answer = ask("/tidak-ada/")
    assert answer.status_code == 404
    assert 'role="search"' in answer.text
    assert 'href="#menu"' in answer.text and 'id="menu"' in answer.text
    assert 'content="noindex"' in answer.text


@pytest.mark.parametrize(
    "path",
    ["/jadwal-posyandu-melti/", "/pengumuman/posyandu/", "/lama/Jadwal_Posyandu.html", "/JADWAL-POSIANDU/"],
)
def test_a_missing_page_suggests_pages_that_resemble_its_address(kemiren, path):
    factories.make_announcement(kemiren, "Jadwal posyandu Melati")
    factories.make_announcement(kemiren, "Kerja bakti Minggu pagi")
    answer = ask(path)
    assert answer.status_code == 404
    assert "Jadwal posyandu Melati" in answer.text
    assert "Kerja bakti" not in answer.text


def test_a_suggestion_is_public_and_of_the_same_village_and_language(kemiren):
    other = factories.make_village("taman.localhost", name="Tamansari")
    factories.make_announcement(other, "Jadwal posyandu tetangga")
    hidden = factories.make_announcement(kemiren, "Jadwal posyandu rahasia")
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    draft = factories.make_announcement(kemiren, "Jadwal posyandu konsep")
    draft.unpublish()
    assert "Jadwal posyandu" not in ask("/jadwal-posyandu/").text
    factories.make_announcement(kemiren, "Jadwal posyandu untuk semua")
    assert "Jadwal posyandu" in ask("/jadwal-posyandu/").text
    assert "Jadwal posyandu" not in ask("/en/jadwal-posyandu/").text


def test_a_village_without_english_suggests_nothing_english(portal):
    factories.make_village(HOST, name="Kemiren", english=False)
    answer = ask("/en/announcement/")
    assert answer.status_code == 404
    assert 'href="/en/announcements/"' not in answer.text


@pytest.mark.parametrize(
    "path", ["/" + "a-" * 3000 + "/", "/%00/", "/..%2f..%2fetc/", "/" + "x/" * 200, "/wp-login.php"]
)
def test_a_hostile_address_is_just_missing(kemiren, path):
    factories.make_announcement(kemiren, "Jadwal posyandu")
    assert ask(path).status_code == 404


def test_a_missing_page_costs_the_same_with_many_pages(kemiren, django_assert_max_num_queries):
    factories.make_announcement(kemiren, "Jadwal posyandu")
    ask("/jadwal/")
    for number in range(12):
        factories.make_announcement(kemiren, f"Jadwal posyandu {number}")
    with django_assert_max_num_queries(15):
        ask("/jadwal/")


@pytest.mark.parametrize("method", ["head", "get", "put", "post"])
def test_every_method_gets_an_answer_on_a_missing_page(kemiren, method):
    assert ask("/tidak-ada/", method).status_code == 404


@pytest.mark.parametrize("method", ["put", "post", "delete"])
def test_a_page_takes_no_form_unless_its_type_says_so(kemiren, method):
    assert ask("/", method).status_code == 405


def test_a_form_without_its_secret_is_refused_in_plain_words_and_our_look(kemiren):
    answer = ask("/admin/login/", "post")
    assert answer.status_code == 403
    assert "CSRF" not in answer.text
    assert "css/site" in answer.text and 'role="search"' in answer.text


def test_who_may_not_see_a_page_gets_search_and_a_way_out(kemiren, monkeypatch):
    def refuse(*arguments):
        raise PermissionDenied

    monkeypatch.setattr("sites.routing.route", refuse)
    answer = ask("/")
    assert answer.status_code == 403
    assert 'role="search"' in answer.text and "/admin/" in answer.text


def test_a_failure_shows_a_static_page_in_both_languages_with_our_look(kemiren, database_away):
    answer = ask("/pengumuman/")
    assert answer.status_code == 500
    assert "<h1>Maaf" in answer.text and '<section class="section band" lang="en">' in answer.text
    assert 'href="/static/css/site.css"' in answer.text
    assert "unsafe" not in answer["Content-Security-Policy"]


@pytest.mark.parametrize("method", ["get", "head", "post"])
def test_a_failure_asks_the_database_nothing(database_away, method):
    """The test itself has no database: any question would end it."""
    assert ask("/", method).status_code == 500


def test_a_failure_of_the_templates_still_shows_the_page(kemiren, monkeypatch):
    def fail(*arguments, **options):
        raise RuntimeError("no templates today")

    monkeypatch.setattr("django.template.base.Template.render", fail)
    answer = ask("/")
    assert answer.status_code == 500
    assert "<h1>Maaf" in answer.text


@pytest.mark.parametrize("accepted", ["application/json", "application/atom+xml"])
def test_programs_get_an_error_as_one_line_of_text(kemiren, database_away, accepted):
    answer = ask("/pengumuman/feed/", headers={"Accept": accepted})
    assert answer.status_code == 500
    assert answer["Content-Type"].startswith("text/plain")
    assert answer.text == "500 Internal Server Error\n"


def test_a_missing_feed_is_missing_and_no_half_feed(kemiren):
    answer = ask("/tidak-ada/feed/", headers={"Accept": "application/atom+xml"})
    assert (answer.status_code, answer.text) == (404, "404 Not Found\n")
    assert ask("/tidak-ada/feed/").text.lstrip().startswith("<!doctype html>")


def test_a_refused_form_of_a_program_gets_one_line(kemiren):
    answer = ask("/admin/login/", "post", headers={"Accept": "application/json"})
    assert (answer.status_code, answer.text) == (403, "403 Forbidden\n")


def test_the_static_pages_name_the_collected_stylesheet(rf, settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    }
    uncollected = outage_page(rf.get("/"), "500.html", 500)
    assert 'href="/static/css/site.css"' in uncollected.text
    manifest = {"version": "1.1", "paths": {"css/site.css": "css/site.0123456789ab.css"}, "hash": ""}
    (tmp_path / "staticfiles.json").write_text(json.dumps(manifest))
    settings.STORAGES = dict(settings.STORAGES)
    assert 'href="/static/css/site.0123456789ab.css"' in outage_page(rf.get("/"), "500.html", 500).text
