"""The screen of a village hall: what a television gets, part after part."""

import re
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.utils import timezone

from culture.states import SessionState
from sites.hall_screen import ScreenPart, parts, register_screen_part
from sites.hall_screen.views import seconds_of
from sites.models import SiteSettings
from sites.slugs import RESERVED_SLUGS
from tests.factories import sites as factories
from tests.factories.culture import make_class, make_event

HOST, PATH = "kemiren.localhost", "/layar/"
DAILY = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU"
LOCAL = ZoneInfo("Asia/Jakarta")


def today_at(hour, days=0):
    return datetime.combine(timezone.localdate() + timedelta(days=days), time(hour), LOCAL)


def headings(answer):
    assert answer.status_code == 200
    return re.findall(r"<h2>([^<]*)</h2>", answer.text)


@pytest.fixture
def added(monkeypatch):
    """A function: a part of an app, for as long as the test lasts."""
    monkeypatch.setattr(parts, "_builders", dict(parts._builders))
    return register_screen_part


def test_a_village_with_nothing_is_never_a_blank_screen(kemiren, get):
    answer = get(HOST, PATH)
    assert headings(answer) == ["Selamat datang di Desa Kemiren"]
    assert answer.text.count("data-part") == 1


def test_announcements_todays_entries_and_the_events_of_the_week_follow_one_another(kemiren, get):
    factories.make_announcement(kemiren, "Kerja bakti")
    make_class(kemiren, "Tari", term_from=timezone.localdate(), recurrence=DAILY)
    make_event(kemiren, "Pentas", starts_at=today_at(19, days=2))
    make_event(kemiren, "Bulan depan", starts_at=today_at(19, days=20))
    answer = get(HOST, PATH)
    assert headings(answer) == ["Pengumuman", "Hari ini di desa", "Tujuh hari ke depan"]
    assert "Tari" in answer.text and "Pentas" in answer.text and "Bulan depan" not in answer.text


def test_a_class_of_today_that_is_cancelled_says_so_all_day(kemiren, get):
    page = make_class(kemiren, "Tari", term_from=timezone.localdate(), recurrence=DAILY)
    page.sessions.update(state=SessionState.CANCELLED, reason="Pelatih sakit")
    text = get(HOST, PATH).text
    assert "<s>Tari</s>" in text and "Dibatalkan" in text and "Pelatih sakit" in text


def test_what_is_too_much_for_one_screen_makes_several(kemiren, get):
    for number in range(7):
        make_event(kemiren, f"Acara {number}", starts_at=today_at(8 + number))
    answer = get(HOST, PATH)
    assert headings(answer) == ["Hari ini di desa"] * 2
    assert all(f"Acara {number}" in answer.text for number in range(7))


def test_an_emergency_stands_above_all_parts(kemiren, get):
    end = timezone.now() + timedelta(hours=2)
    factories.make_announcement(kemiren, "Banjir", severity="emergency", expires_at=end)
    text = get(HOST, PATH).text
    assert text.index('data-severity="emergency"') < text.index("data-part")


def test_apps_add_their_parts_in_the_order_of_their_numbers(kemiren, get, added):
    factories.make_announcement(kemiren)
    template, data = "sites/screen_announcements.html", {"pages": []}
    added(5, lambda frame: [ScreenPart("Pertama", template, data)])
    added(99, lambda frame: [ScreenPart(f"Pasar {frame.name}", template, data)])
    added(50, lambda frame: [])
    assert headings(get(HOST, PATH)) == ["Pertama", "Pengumuman", "Pasar Desa Kemiren"]


def test_it_is_not_for_search_engines_sets_no_cookie_and_renews_itself_without_a_script(kemiren, get):
    answer = get(HOST, PATH)
    assert '<meta name="robots" content="noindex">' in answer.text and not answer.cookies
    assert '<noscript><meta http-equiv="refresh" content="180"></noscript>' in answer.text
    assert get(HOST, "/sitemap.xml").text.count("layar") == 0
    assert Client(HTTP_HOST=HOST).post(PATH).status_code == 405


@pytest.mark.parametrize(
    ("asked", "seconds"),
    [("", 15), ("30", 30), ("1", 5), ("999", 120), ("-3", 15), ("x", 15), ("²", 15), ("9" * 4000, 15)],
)
def test_how_long_a_part_stands_is_asked_for_within_bounds(asked, seconds):
    assert seconds_of(asked) == seconds


def test_the_portal_has_no_hall_and_no_page_takes_its_address(kemiren, get):
    assert get("localhost", PATH).status_code == 404
    assert {"layar", "screen"} <= RESERVED_SLUGS


def test_english_is_shown_where_the_village_has_it(kemiren, get):
    answer = get(HOST, "/en/screen/")
    assert headings(answer) == ["Welcome to Desa Kemiren"] and '<html lang="en"' in answer.text
    SiteSettings.objects.filter(site=kemiren.site).update(english_enabled=False)
    assert get(HOST, "/en/screen/").headers["Location"] == PATH
