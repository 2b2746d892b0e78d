"""What is changed shows at the next request, in each process of the server; nobody sees what is another's."""

import gzip
from datetime import time, timedelta

import pytest
from django.core.management import call_command
from django.db import DatabaseError
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction

from sites import publishing
from sites.models import AnnouncementPage, SiteSettings
from sites.opening_hours import DAYS
from sites.provisioning import close_village
from tests.factories import sites as factories
from tests.factories.services import make_service

from .support import ask

HOST, OTHER, PORTAL = "kemiren.localhost", "lain.localhost", "localhost"
LIST, NOTICE = "/pengumuman/", "/pengumuman/kerja-bakti/"


@pytest.fixture
def shows(processes):
    """Whether a text stands on a page; all processes must agree."""

    def shows(text, address="/", host=HOST):
        found = {text in ask(process, address, host).text for process in processes}
        assert len(found) == 1
        return found.pop()

    return shows


@pytest.fixture
def notice(kemiren):
    return factories.make_announcement(kemiren, "Kerja bakti")


def publish(page):
    page.save_revision().publish()


def test_pages_of_villages_are_kept(processes, kemiren, django_assert_num_queries):
    for address in ("/", "/en/", LIST, "/en/announcements/"):
        ask(processes[0], address)
        with django_assert_num_queries(0):
            assert ask(processes[0], address).status == ask(processes[1], address).status == 200


def test_what_is_published_shows_at_once(shows, kemiren, committed):
    assert not shows("Posyandu", LIST)
    with committed():
        publish(factories.make_announcement(kemiren, "Posyandu"))
    assert shows("Posyandu", LIST)


def test_a_new_title_shows_at_once_on_the_page_and_in_the_list(shows, notice, committed):
    assert shows("Kerja bakti", NOTICE) and shows("Kerja bakti", LIST)
    notice.title = "Gotong royong"
    with committed():
        publish(notice)
    assert shows("Gotong royong", NOTICE) and shows("Gotong royong", LIST)


def test_what_is_withdrawn_is_gone_at_once(shows, processes, notice, committed):
    assert shows("Kerja bakti", LIST) and shows("Kerja bakti", NOTICE)
    with committed():
        notice.unpublish()
    assert not shows("Kerja bakti", LIST)
    assert [ask(process, NOTICE).status for process in processes] == [404, 404]


def test_what_is_deleted_is_gone_at_once(shows, processes, notice, committed):
    assert shows("Kerja bakti", LIST) and shows("Kerja bakti", NOTICE)
    with committed():
        AnnouncementPage.objects.get(pk=notice.pk).delete()
    assert not shows("Kerja bakti", LIST)
    assert [ask(process, NOTICE).status for process in processes] == [404, 404]


def test_a_scheduled_page_shows_once_its_time_has_come(shows, kemiren, committed):
    page = factories.make_announcement(kemiren, "Pemilihan")
    page.unpublish()
    assert not shows("Pemilihan", LIST)
    page.go_live_at = timezone.now() - timedelta(minutes=1)
    page.save_revision(approved_go_live_at=page.go_live_at)
    with committed():
        call_command("publish_scheduled")
    assert shows("Pemilihan", LIST)


def test_a_page_that_expires_is_gone_with_the_next_look_of_the_schedule(shows, notice, committed):
    assert shows("Kerja bakti", LIST)
    AnnouncementPage.objects.filter(pk=notice.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    with committed():
        call_command("publish_scheduled")
    assert not shows("Kerja bakti", LIST)


def test_a_page_that_is_moved_is_found_at_its_new_place_only(shows, processes, kemiren, committed):
    below, page = factories.make_page(kemiren, "Dusun"), factories.make_page(kemiren, "Krajan")
    assert shows("Krajan", "/krajan/")
    with committed():
        page.move(below, pos="last-child")
    assert shows("Krajan", "/dusun/krajan/")
    assert {ask(process, "/krajan/").status for process in processes} == {301}


def test_a_page_that_is_moved_to_another_village_leaves_the_first(shows, processes, kemiren, committed):
    other = factories.make_village(OTHER)
    page = factories.make_page(kemiren, "Krajan")
    assert shows("Krajan", "/krajan/")
    with committed():
        page.move(factories.make_page(other, "Dusun"), pos="last-child")
    assert shows("Krajan", "/dusun/krajan/", OTHER)
    assert {ask(process, "/krajan/").status for process in processes} == {404}


def test_the_order_of_the_menu_follows_at_once(processes, kemiren, committed):
    first, second = (factories.make_page(kemiren, title, show_in_menus=True) for title in ("Satu", "Dua"))
    home = factories.home(kemiren)
    for page in home.get_children().exclude(pk__in=[first.pk, second.pk]):
        page.show_in_menus = False
        page.save()
    before = ask(processes[1]).text
    assert before.index(">Satu<") < before.index(">Dua<")
    with committed():
        second.move(first, pos="left")
    after = ask(processes[1]).text
    assert after.index(">Dua<") < after.index(">Satu<")


def test_colours_and_other_settings_show_at_once(shows, kemiren, committed):
    own = SiteSettings.objects.get(site=kemiren.site)
    before = own.accent
    assert shows(f'data-accent="{before}"')
    own.accent = next(value for value, _label in SiteSettings.Accent.choices if value != before)
    with committed():
        own.save()
    accent = f'data-accent="{own.accent}"'
    assert shows(accent)
    assert shows(accent, LIST)


def test_english_can_be_taken_off_at_once(processes, kemiren, committed):
    assert ask(processes[1], "/en/").status == 200
    own = SiteSettings.objects.get(site=kemiren.site)
    own.english_enabled = False
    with committed():
        own.save()
    assert [ask(process, "/en/").status for process in processes] == [302, 302]


def test_what_an_office_publishes_for_all_shows_in_each_village_at_once(shows, kemiren, other, committed):
    assert not shows("Ayo menari", LIST) and not shows("Ayo menari", LIST, OTHER)
    with committed():
        publish(factories.make_shared())
    assert shows("Ayo menari", LIST) and shows("Ayo menari", LIST, OTHER)


def test_what_a_village_publishes_shows_on_the_portal_at_once(shows, kemiren, committed):
    assert not shows("Panen raya", "/kabar/", PORTAL)
    with committed():
        publish(factories.make_announcement(kemiren, "Panen raya"))
    assert shows("Panen raya", "/kabar/", PORTAL)


def test_a_village_that_publishes_leaves_the_pages_of_others_as_they_are(
    processes, kemiren, other, committed, django_assert_num_queries
):
    ask(processes[0], host=OTHER)
    with committed():
        publish(factories.make_announcement(kemiren, "Panen raya"))
    with django_assert_num_queries(0):
        ask(processes[0], host=OTHER)


def test_a_password_closes_a_page_at_once_and_what_is_behind_it_is_never_kept(processes, notice, committed):
    assert "Kerja bakti" in ask(processes[1], NOTICE).text
    with committed():
        PageViewRestriction.objects.create(page=notice, restriction_type="password", password="rahasia")
    for process in (*processes, *processes):
        answer = ask(process, NOTICE)
        assert "Kerja bakti" not in answer.text
        assert "no-store" in answer.headers["Cache-Control"]


def test_a_closed_village_leads_away_at_once(processes, kemiren, committed):
    assert ask(processes[1]).status == 200
    with committed():
        close_village(kemiren)
    assert [ask(process).status for process in processes] == [302, 302]


def test_no_page_of_a_village_is_given_at_the_host_of_another(processes, kemiren, other):
    for address in ("/", "/en/", LIST):
        for host, name in ((HOST, "Kemiren"), (OTHER, "Lainnya")):
            assert f"Desa {name}" in ask(processes[0], address, host).text


def test_no_page_comes_in_another_language_whatever_the_browser_prefers(processes, kemiren):
    for language in ("en", "id", "fr"):
        for address, expected in (("/", "id"), ("/en/", "en")):
            answer = ask(processes[0], address, ACCEPT_LANGUAGE=language)
            assert f'<html lang="{expected}"' in answer.text
            assert answer.headers["Content-Language"] == expected


def test_what_an_editor_sees_of_a_page_is_never_given_to_readers(processes, kemiren, admin, tmp_path):
    cookie = f"sessionid={admin.cookies['sessionid'].value}"
    draft = reverse("wagtailadmin_pages:view_draft", args=[factories.home(kemiren).pk])
    assert "w-userbar" in ask(processes[0], draft, COOKIE=cookie).text
    assert ask(processes[0], COOKIE=cookie).status == 200
    # With the cookie, Django answers each time and nothing stays; the bar stands in previews only.
    assert not len(processes[0].memory) and not list((tmp_path / "pages").glob("*/*"))
    assert ask(processes[0], draft).status == 302
    kept = ask(processes[0])
    assert len(processes[0].memory) == 1
    assert "w-userbar" not in kept.text
    assert "Set-Cookie" not in kept.headers
    assert "csrfmiddlewaretoken" not in kept.text


def test_a_host_at_another_port_fills_nothing(processes, kemiren, tmp_path):
    for port in range(1000, 1010):
        assert ask(processes[0], host=f"{HOST}:{port}").status == 200
    assert not list((tmp_path / "pages").glob("*/*"))


@pytest.mark.parametrize("host", [HOST.upper(), f"{HOST}."])
def test_a_host_in_other_letters_is_answered_and_changes_no_page_of_others(processes, kemiren, host):
    assert "Desa Kemiren" in ask(processes[0], host=host).text
    assert host not in ask(processes[0]).text


def test_what_other_pages_would_read_fills_nothing_and_stands_in_no_file(processes, kemiren, tmp_path):
    for number in range(5):
        assert ask(processes[0], f"{LIST}?q=3510123456789{number}&view={number}").status == 200
    kept = [path.read_bytes() for path in (tmp_path / "pages").glob("*/*")]
    assert len(kept) == len(processes[0].memory) == 1 and b"3510123456789" not in kept[0]


def test_who_comes_with_a_parameter_of_other_pages_gets_the_page_that_is_made_already(
    processes, kemiren, committed, django_assert_num_queries
):
    address = f"{LIST}?view=5"
    ask(processes[0], address)
    with django_assert_num_queries(0):
        for process in processes:
            for number in range(9):
                assert ask(process, f"{LIST}?view={number}").text == ask(process, LIST).text
    with committed():
        publish(factories.make_announcement(kemiren, "Posyandu"))
    assert "Posyandu" in ask(processes[0], address).text


def test_a_parameter_that_nobody_reads_keeps_no_sitemap_from_being_kept(
    processes, kemiren, django_assert_num_queries
):
    ask(processes[0], "/sitemap.xml?x=1")
    with django_assert_num_queries(0):
        assert ask(processes[0], "/sitemap.xml").status == 200


def test_what_is_kept_for_nobody_travels_compressed_the_first_time_too(processes, kemiren):
    first = ask(processes[0], "/cari/", ACCEPT_ENCODING="gzip")
    assert first.headers["Content-Encoding"] == "gzip"
    kept = [ask(process, ACCEPT_ENCODING="gzip") for process in processes]
    assert gzip.decompress(kept[0].body) == gzip.decompress(kept[1].body)
    assert "Desa Kemiren" in gzip.decompress(kept[0].body).decode()


def test_words_that_somebody_looked_for_stand_in_no_file(processes, kemiren, tmp_path):
    assert ask(processes[0], "/layanan/?q=3510150101010001").status == 200
    assert not list((tmp_path / "pages").glob("*/*"))


def test_pages_go_on_while_the_database_is_away(processes, notice, monkeypatch):
    addresses = ("/", "/en/", LIST, NOTICE)
    before = [ask(processes[0], address).text for address in addresses]
    processes[0].generations.bump(["everything", "regency"])

    def away(*_arguments, **_options):
        raise DatabaseError("The database is away.")

    with monkeypatch.context() as outage:
        outage.setattr("django.db.backends.utils.CursorWrapper._execute", away)
        for process in processes:
            assert [ask(process, address).text for address in addresses] == before


def test_a_draft_shows_nowhere(processes, notice, committed):
    ask(processes[0], LIST)
    notice.title = "Belum"
    with committed():
        notice.save_revision()
    assert "Belum" not in ask(processes[0], LIST).text


def test_what_is_written_after_a_page_was_saved_overtakes_those_who_came_between(kemiren, monkeypatch):
    done = []
    monkeypatch.setattr(AnnouncementPage, "after_publish", lambda page, revision: done.append("written"))
    monkeypatch.setattr(publishing, "changed", lambda page: done.append("told"))
    publish(factories.make_announcement(kemiren))
    assert done == ["written", "told"]


def test_who_is_at_the_counter_today_shows_at_once(shows, kemiren, committed):
    make_service(kemiren)
    settings = kemiren.site.sitesettings
    settings.opening_hours = [("hours", {"days": list(DAYS), "opens": time(8), "closes": time(15)})]
    settings.save()
    address = "/layanan/surat-keterangan-usaha/"
    assert not shows("Bu Pengganti", address)
    with committed():
        day = DAYS[timezone.localdate().weekday()]
        kemiren.duty_shifts.create(day=day, shown_as="Bu Pengganti")
    assert shows("Bu Pengganti", address)
