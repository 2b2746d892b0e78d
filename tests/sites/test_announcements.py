from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.management import call_command
from django.utils import timezone

from sites.models import AnnouncementPage
from tests.factories import sites as factories

HOST = "kemiren.localhost"
LIST = "/pengumuman/"
JAKARTA = ZoneInfo("Asia/Jakarta")


def ago(**time):
    return timezone.now() - timedelta(**time)


def ahead(**time):
    return timezone.now() + timedelta(**time)


def test_current_announcements_are_listed_newest_first_below_those_that_are_pinned(kemiren, get):
    for title, days, pinned in (("Lama", 9, False), ("Baru", 1, False), ("Tetap", 30, True)):
        factories.make_announcement(kemiren, title, is_pinned=pinned, first_published_at=ago(days=days))
    page = get(HOST, LIST).text
    assert page.index("Tetap") < page.index("Baru") < page.index("Lama")


def test_an_ended_announcement_leaves_the_list_by_itself_and_stays_in_the_archive(kemiren, get):
    page = factories.make_announcement(kemiren, "Posyandu Mei", expires_at=ahead(hours=1))
    assert "Posyandu Mei" in get(HOST, LIST).text
    AnnouncementPage.objects.update(expires_at=ago(seconds=1))
    assert "Posyandu Mei" not in get(HOST, LIST).text
    assert "Posyandu Mei" in get(HOST, LIST + "?archive=1").text
    assert get(HOST, page.get_url()).status_code == 200


@pytest.mark.parametrize("severity", ["important", "emergency"])
def test_an_urgent_notice_stands_on_every_page_of_its_village_only_and_ends_by_itself(
    kemiren, other, get, severity
):
    factories.make_announcement(kemiren, "Banjir di hulu", severity=severity, expires_at=ahead(hours=1))
    for path in ("/", LIST, "/en/", "/en/announcements/", "/cari/", "/tidak-ada/"):
        assert "Banjir di hulu" in get(HOST, path).text, path
    assert "Banjir di hulu" not in get(other.hostname, "/").text
    AnnouncementPage.objects.update(expires_at=ago(seconds=1))
    assert "Banjir di hulu" not in get(HOST, "/cari/").text


def test_the_most_severe_notice_comes_first(kemiren, get):
    factories.make_announcement(kemiren, "Air mati", severity="important")
    factories.make_announcement(kemiren, "Gempa", severity="emergency", first_published_at=ago(days=1))
    page = get(HOST, "/cari/").text
    assert "Gempa" in page
    assert "Air mati" not in page


def test_an_emergency_that_passed_by_the_form_ends_after_three_days(kemiren):
    page = factories.make_announcement(kemiren, "Gempa", severity="emergency", live=False)
    page.save_revision().publish()
    page.refresh_from_db()
    assert page.live
    assert ahead(days=2) < page.expires_at < ahead(days=4)


def test_many_newer_notices_do_not_hide_an_emergency(kemiren, get):
    factories.make_announcement(kemiren, "Gempa", severity="emergency", first_published_at=ago(days=2))
    for number in range(25):
        factories.make_announcement(kemiren, f"Air mati {number}", severity="important")
    assert "Gempa" in get(HOST, "/cari/").text


def test_a_scheduled_announcement_appears_by_itself(kemiren, get):
    page = factories.make_announcement(kemiren, "Besok", live=False, first_published_at=None)
    page.go_live_at = ago(minutes=1)
    page.save_revision(approved_go_live_at=page.go_live_at)
    assert "Besok" not in get(HOST, LIST).text
    call_command("run_schedule", once=True)
    assert "Besok" in get(HOST, LIST).text


def test_a_category_narrows_the_list_and_an_unknown_one_is_ignored(kemiren, get):
    factories.make_announcement(kemiren, "Vaksin", category="health")
    factories.make_announcement(kemiren, "Pawai", category="event")
    narrowed = get(HOST, LIST + "?category=health").text
    assert "Vaksin" in narrowed
    assert "Pawai" not in narrowed
    assert "Pawai" in get(HOST, LIST + "?category=%27--").text


@pytest.mark.parametrize("number", ["0", "-1", "99", "x", "%00", "1e9"])
def test_a_wrong_page_number_gives_a_page(kemiren, get, number):
    factories.make_announcement(kemiren)
    assert "Kerja bakti" in get(HOST, f"{LIST}?page={number}").text


def test_a_long_list_has_pages(kemiren, get):
    for number in range(14):
        factories.make_announcement(kemiren, f"Nomor {number:02d}", first_published_at=ago(days=number))
    assert "Nomor 13" not in get(HOST, LIST).text
    assert "Nomor 13" in get(HOST, LIST + "?page=2").text


def test_the_feed_is_atom_with_the_sites_own_addresses(kemiren, get):
    factories.make_announcement(kemiren, "Kerja bakti & doa", summary="Minggu pagi.")
    answer = get(HOST, LIST + "feed/")
    assert answer["Content-Type"].startswith("application/atom+xml")
    assert "Kerja bakti &amp; doa" in answer.text
    assert f'href="http://{HOST}/pengumuman/kerja-bakti-doa/"' in answer.text
    assert 'rel="alternate" type="application/atom+xml"' in get(HOST, LIST).text


def test_a_page_whose_address_the_site_uses_itself_is_refused(kemiren):
    from django.core.exceptions import ValidationError

    with pytest.raises(ValidationError, match="admin|alamat|address"):
        factories.make_page(kemiren, "Admin")


def test_each_month_has_a_page_of_what_was_published_in_it(kemiren, get):
    may, june = datetime(2025, 5, 31, 23, tzinfo=JAKARTA), datetime(2025, 6, 1, 1, tzinfo=JAKARTA)
    factories.make_announcement(kemiren, "Panen raya", first_published_at=may, expires_at=ago(days=1))
    factories.make_announcement(kemiren, "Musim tanam", first_published_at=june)
    page = get(HOST, LIST + "2025/5/").text
    assert "Panen raya" in page
    assert "Musim tanam" not in page
    assert f'<link rel="canonical" href="http://{HOST}{LIST}2025/5/">' in page
    assert "Musim tanam" in get(HOST, LIST + "2025/").text
    assert f'href="{LIST}2025/5/"' in get(HOST, LIST).text


@pytest.mark.parametrize("path", ["2024/", "2025/13/", "2025/0/", "0/", "99999/", "2025/4/"])
def test_a_month_without_announcements_is_no_page(kemiren, get, path):
    published = datetime(2025, 5, 3, tzinfo=JAKARTA)
    factories.make_announcement(kemiren, "Panen raya", first_published_at=published)
    assert get(HOST, LIST + path).status_code == 404


def test_drafts_and_private_pages_are_in_no_month(kemiren, get):
    published = datetime(2025, 5, 3, tzinfo=JAKARTA)
    factories.make_announcement(kemiren, "Konsep", live=False, first_published_at=published)
    private = factories.make_announcement(kemiren, "Rahasia", first_published_at=published)
    private.view_restrictions.create(restriction_type="login")
    assert get(HOST, LIST + "2025/5/").status_code == 404
    assert "2025" not in get(HOST, LIST).context["years"]


def test_an_announcement_leads_to_the_one_before_and_the_one_after(kemiren, get):
    first, middle, last = (
        factories.make_announcement(kemiren, title, first_published_at=ago(days=days))
        for title, days in (("Satu", 3), ("Dua", 2), ("Tiga", 1))
    )
    context = get(HOST, middle.get_url()).context
    assert (context["older"], context["newer"]) == (first, last)
    assert get(HOST, first.get_url()).context["older"] is None
    assert get(HOST, last.get_url()).context["newer"] is None


def test_announcements_published_in_the_same_moment_still_have_an_order(kemiren, get):
    moment = ago(days=1)
    pages = [factories.make_announcement(kemiren, t, first_published_at=moment) for t in ("A", "B", "C")]
    context = get(HOST, pages[1].get_url()).context
    assert (context["older"], context["newer"]) == (pages[0], pages[2])


def test_related_announcements_share_tags_or_else_the_category(kemiren, get):
    page = factories.make_announcement(kemiren, "Imunisasi", category="health")
    tagged = factories.make_announcement(kemiren, "Posyandu", first_published_at=ago(days=9))
    same = factories.make_announcement(
        kemiren, "Donor darah", category="health", first_published_at=ago(days=5)
    )
    factories.make_announcement(kemiren, "Sudah lewat", category="health", expires_at=ago(days=1))
    factories.make_announcement(kemiren, "Kerja bakti")
    for announcement in (page, tagged):
        announcement.tags.add("balita")
        announcement.save()
    related = list(get(HOST, page.get_url()).context["related"])
    assert related[:2] == [tagged, same]
    assert "Sudah lewat" not in [found.title for found in related]


def test_an_announcement_can_be_shared_with_its_whole_address(kemiren, get):
    page = factories.make_announcement(kemiren, "Kerja bakti & makan")
    text = get(HOST, page.get_url()).text
    assert "https://wa.me/?text=Kerja%20bakti%20%26%20makan%20http%3A%2F%2Fkemiren.localhost" in text


def test_every_page_of_a_site_names_its_feed(kemiren, get):
    page = factories.make_announcement(kemiren, "Kerja bakti")
    link = f'title="Pengumuman · {kemiren.display_name}" href="{LIST}feed/"'
    for path in ("/", LIST, f"{LIST}{page.slug}/", "/cari/", "/tidak-ada/"):
        assert get(HOST, path).text.count(link) == 1, path
