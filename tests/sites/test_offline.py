"""Reading without a line, as far as the server has a hand in it: worker, switch, offline page, headers."""

import gzip
import json
import re

import pytest
from django.contrib.staticfiles import finders
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from sites.models import SiteSettings
from sites.offline import worker
from sites.slugs import RESERVED_SLUGS
from tests.factories import sites as factories

pytestmark = pytest.mark.once

HOST, PATH = "kemiren.localhost", "/sw.js"
MOST_BYTES = 4 * 1024
MOST_QUERIES = 5
REGISTERS = "js/offline.js"


def known(answer) -> dict:
    return json.loads(re.match(r"const SITE = (.+);\n", answer.text)[1])


@pytest.mark.parametrize("host", [HOST, "localhost"])
def test_each_site_has_a_light_worker_that_browsers_always_ask_for_anew(kemiren, get, host):
    answer = get(host, PATH)
    assert answer["Content-Type"] == "text/javascript; charset=utf-8"
    assert answer["Cache-Control"] == "no-cache" and not answer.cookies
    assert len(gzip.compress(answer.content)) <= MOST_BYTES


def test_the_worker_costs_few_queries_for_it_is_asked_for_at_each_page(kemiren, get):
    get(HOST, PATH)
    with CaptureQueriesContext(connection) as captured:
        get(HOST, PATH)
    assert len(captured) <= MOST_QUERIES


def test_the_worker_knows_the_offline_pages_of_the_languages_of_its_site(kemiren, get):
    offline = known(get(HOST, PATH))["offline"]
    assert offline == [["/en/", "/en/offline/"], ["/", "/luring/"]]
    assert all(get(HOST, address).status_code == 200 for _start, address in offline)
    SiteSettings.objects.filter(site=kemiren.site).update(english_enabled=False)
    assert known(get(HOST, PATH))["offline"] == [["/", "/luring/"]]
    assert get(HOST, "/en/offline/")["Location"] == "/luring/"


def test_the_shell_is_there(kemiren, get):
    shell = known(get(HOST, PATH))["shell"]
    assert all(finders.find(address.removeprefix("/static/")) for address in shell)


def test_the_admin_is_left_alone_and_what_people_look_for_is_not_kept(kemiren, get):
    site = known(get(HOST, PATH))
    assert {"/admin/", "/django-admin/"} <= set(site["closed"])
    assert {"/documents/", "/media/", "/cari/", "/en/search/", "/langganan/", "/luring/"} <= set(
        site["unkept"]
    )


def test_sites_and_versions_tell_themselves_apart(kemiren, other, get, monkeypatch):
    first, second = known(get(HOST, PATH)), known(get("lain.localhost", PATH))
    assert first["key"] != second["key"] and first["version"] != second["version"]
    assert known(get(HOST, PATH)) == first
    monkeypatch.setattr(worker, "shell_version", lambda: "another stylesheet")
    assert known(get(HOST, PATH))["version"] != first["version"]


def test_an_unknown_host_has_no_worker(kemiren, get):
    assert get("kemirn.localhost", PATH).status_code == 404
    assert REGISTERS not in get("kemirn.localhost", "/").text


@pytest.mark.parametrize("path", ["/", "/en/", "/pengumuman/", "/cari/", "/tidak-ada/", "/luring/"])
def test_every_public_page_registers_it_and_can_say_from_when_a_copy_is(kemiren, get, path):
    text = get(HOST, path).text
    assert re.search(rf'<script type="module" src="[^"]*{REGISTERS}"', text)
    assert "data-saved-note" in text and re.search(r"<div[^>]*data-saved-note[^>]* hidden>", text)


def test_neither_the_admin_nor_a_preview_nor_the_style_guide_registers_it(kemiren, admin, staff):
    page = factories.make_announcement(kemiren)
    assert REGISTERS not in admin.get("/admin/").text
    assert REGISTERS not in admin.get(f"/admin/pages/{page.pk}/view_draft/").text
    assert f"{REGISTERS}" not in staff.get("/admin/panduan-gaya/").text


def test_switched_off_it_takes_itself_away_and_no_page_registers_it(kemiren, get, settings):
    settings.SERVICE_WORKER = False
    answer = get(HOST, PATH)
    assert (answer.status_code, answer["Cache-Control"]) == (200, "no-cache")
    assert "caches.delete" in answer.text and "registration.unregister" in answer.text
    assert "fetch" not in answer.text
    assert REGISTERS not in get(HOST).text and "data-saved-note" not in get(HOST).text


def test_the_page_of_what_is_saved_is_not_for_search_engines_and_no_page_takes_its_address(kemiren, get):
    answer = get(HOST, "/luring/")
    assert '<meta name="robots" content="noindex">' in answer.text
    assert "Halaman tersimpan" in answer.text and "Belum ada yang tersimpan" in answer.text
    assert {"luring", "offline"} <= RESERVED_SLUGS


def test_a_page_behind_a_password_is_kept_nowhere_also_once_it_is_open(kemiren, get, client):
    page = factories.make_announcement(kemiren, "Rahasia")
    PageViewRestriction.objects.create(page=page, restriction_type="password", password="rahasia")
    path = page.get_url()
    asked = get(HOST, path)
    assert "private" in asked["Cache-Control"]
    restriction = page.get_view_restrictions().get()
    session = client.session
    session[PageViewRestriction.passed_view_restrictions_session_key] = [restriction.pk]
    session.save()
    opened = client.get(path, headers={"host": HOST})
    assert "Rahasia" in opened.text and "private" in opened["Cache-Control"]


def test_an_answer_that_sets_a_cookie_is_for_nobody_else(kemiren, get, monkeypatch):
    from sites.offline import views

    def with_cookie(*args, **kwargs):
        response = render(*args, **kwargs)
        response.set_cookie("siapa", "x")
        return response

    render = views.render
    monkeypatch.setattr(views, "render", with_cookie)
    assert "private" in get(HOST, "/luring/")["Cache-Control"]


def test_a_site_can_be_installed(kemiren, get):
    found = get(HOST, "/manifest.webmanifest").json()
    assert (found["id"], found["scope"], found["start_url"]) == ("/", "/", "/")
    assert found["display"] in {"standalone", "minimal-ui"} and found["name"] and found["short_name"]
    sizes = {(icon["sizes"], icon["purpose"]) for icon in found["icons"] if icon["type"] == "image/png"}
    assert {("192x192", "any"), ("512x512", "any"), ("512x512", "maskable")} <= sizes
