"""The calendar of a village: what stands in it, in which order, and how it is narrowed."""

import re
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from culture.states import SessionState
from tests.factories.culture import make_class, make_event
from tests.factories.sites import home_locale, make_office, publish

HOST = "kemiren.localhost"
LOCAL = ZoneInfo("Asia/Jakarta")
TITLES = re.compile(r'<li class="event"[^>]*>.*?<h[34]><a [^>]*>([^<]*)</a>', re.DOTALL)


def at(day, hour=19):
    return datetime.combine(day, time(hour), LOCAL)


def in_days(days, hour=19):
    return at(timezone.localdate() + timedelta(days=days), hour)


def month_path(day):
    return f"/agenda/{day.year}/{day.month}/"


def titles(answer):
    assert answer.status_code == 200
    return TITLES.findall(answer.text)


def own(village, title, **values):
    return make_event(village, title, **values)


def english(page, title):
    """The published English version of a page."""
    version = page.copy_for_translation(home_locale("en"), copy_parents=True)
    version.title, version.slug = title, title.lower().replace(" ", "-")
    return publish(version)


@pytest.fixture
def next_year():
    """The first of next May: far enough from today for every month around it to be whole."""
    return timezone.localdate().replace(year=timezone.localdate().year + 1, month=5, day=1)


def test_a_month_lists_events_sessions_and_what_offices_share_in_the_order_of_time(kemiren, get, next_year):
    day = next_year.replace(day=10)
    own(kemiren, "Pentas", starts_at=at(day, 20))
    make_event(make_office(), "Festival", starts_at=at(day, 8))
    make_class(kemiren, "Tari", term_from=day, term_to=day, recurrence=f"FREQ=WEEKLY;BYDAY={code(day)}")
    assert titles(get(HOST, month_path(day))) == ["Festival", "Tari", "Pentas"]


def code(day):
    return ("MO", "TU", "WE", "TH", "FR", "SA", "SU")[day.weekday()]


def test_the_calendar_begins_with_today_and_leads_to_what_is_over_this_month(kemiren, get):
    today = timezone.localdate()
    own(kemiren, "Nanti", starts_at=at(today, 23))
    own(kemiren, "Tadi", starts_at=at(today.replace(day=1), 0), ends_at=at(today.replace(day=1), 1))
    answer = get(HOST, "/agenda/")
    is_first_day = today.day == 1
    assert ("Tadi" in titles(answer)) is is_first_day and "Nanti" in titles(answer)
    assert (f'href="{month_path(today)}">Tampilkan juga' in answer.text) is not is_first_day
    assert titles(get(HOST, month_path(today)))[0] == "Tadi"


def test_today_the_weekend_and_the_week_are_a_tap_away(kemiren, get):
    today = timezone.localdate()
    sunday = today + timedelta(days=6 - today.weekday())
    own(kemiren, "Hari Minggu", starts_at=at(sunday, 8))
    own(kemiren, "Minggu depan", starts_at=at(sunday + timedelta(days=2), 8))
    assert titles(get(HOST, "/agenda/?when=weekend")) == ["Hari Minggu"]
    assert titles(get(HOST, "/agenda/?when=week")) == ["Hari Minggu"]
    assert ("Hari Minggu" in titles(get(HOST, "/agenda/?when=today"))) is (today == sunday)


def test_a_festival_of_several_days_stands_in_each_month_that_it_touches(kemiren, get, next_year):
    last, first = next_year - timedelta(days=1), next_year
    own(kemiren, "Pameran", starts_at=at(last, 9), ends_at=at(first + timedelta(days=1), 17))
    assert titles(get(HOST, month_path(last))) == titles(get(HOST, month_path(first))) == ["Pameran"]
    assert titles(get(HOST, f"{month_path(first)}2/")) == ["Pameran"]
    assert titles(get(HOST, f"{month_path(first)}3/")) == []


def test_what_lasts_through_the_night_belongs_to_the_day_on_which_it_begins(kemiren, get, next_year):
    own(kemiren, "Wayang", starts_at=at(next_year, 21), ends_at=at(next_year + timedelta(days=1), 4))
    assert titles(get(HOST, f"{month_path(next_year)}1/")) == ["Wayang"]
    assert titles(get(HOST, f"{month_path(next_year)}2/")) == []


@pytest.mark.parametrize(
    "path", ["1/", "9999/", "0/", "2026/13/", "2026/0/", "1/1/", "9999/12/", "2026/2/30/", "99999999999/1/"]
)
def test_days_that_are_not_there_are_not_found(kemiren, get, path):
    assert get(HOST, f"/agenda/{path}").status_code == 404


def test_past_months_stay_findable_and_the_ends_of_the_calendar_lead_no_further(kemiren, get):
    today = timezone.localdate()
    past = today - timedelta(days=400)
    own(kemiren, "Tahun lalu", starts_at=at(past))
    assert titles(get(HOST, month_path(past))) == ["Tahun lalu"]
    assert 'rel="prev"' not in get(HOST, "/agenda/2010/1/").text
    assert 'rel="next"' not in get(HOST, f"/agenda/{today.year + 3}/12/").text
    assert 'rel="next"' in get(HOST, "/agenda/2010/1/").text


def test_kind_and_price_narrow_it_and_stay_when_the_month_changes(kemiren, get, next_year):
    own(kemiren, "Gratis", kind="sport", fee_rupiah=0, starts_at=at(next_year))
    own(kemiren, "Berbayar", kind="sport", fee_rupiah=5000, starts_at=at(next_year))
    own(kemiren, "Lain", kind="ritual", fee_rupiah=0, starts_at=at(next_year))
    answer = get(HOST, f"{month_path(next_year)}?kind=sport&free=1")
    assert titles(answer) == ["Gratis"]
    assert f'href="{month_path(next_year + timedelta(days=31))}?kind=sport&amp;free=1"' in answer.text
    assert f'href="{month_path(next_year)}?free=1">Olahraga' in answer.text
    assert f'<link rel="canonical" href="http://{HOST}{month_path(next_year)}">' in answer.text


def test_classes_are_a_kind_and_what_is_unknown_narrows_nothing(kemiren, get, next_year):
    own(kemiren, "Pentas", starts_at=at(next_year))
    make_class(kemiren, "Tari", term_from=next_year, term_to=next_year + timedelta(days=6))
    assert titles(get(HOST, f"{month_path(next_year)}?kind=class")) == ["Tari"]
    all_of_it = ["?kind=bogus", "?free=yes", "?village=35.10.15.2004", "?kind=%00", "?page=x", "?view=x"]
    assert {len(titles(get(HOST, month_path(next_year) + query))) for query in all_of_it} == {2}


def test_nothing_that_fits_says_so_and_leads_back(kemiren, get, next_year):
    answer = get(HOST, f"{month_path(next_year)}?kind=sport")
    assert "Tidak ada yang cocok" in answer.text
    assert f'class="button" href="{month_path(next_year)}"' in answer.text


def test_a_long_month_comes_in_parts_that_keep_the_filter(kemiren, get, next_year):
    for number in range(23):
        own(kemiren, f"Acara {number:02}", kind="sport", starts_at=at(next_year + timedelta(days=number)))
    first = get(HOST, f"{month_path(next_year)}?kind=sport")
    assert len(titles(first)) == 20 and "?kind=sport&amp;page=2" in first.text
    assert titles(get(HOST, f"{month_path(next_year)}?page=2")) == ["Acara 20", "Acara 21", "Acara 22"]


def test_cancelled_and_moved_sessions_say_so_with_their_reason(kemiren, get, next_year):
    page = make_class(kemiren, "Tari", term_from=next_year, term_to=next_year + timedelta(days=13))
    first, second = page.sessions.all()
    page.sessions.filter(pk=first.pk).update(state=SessionState.CANCELLED, reason="Pelatih sakit")
    later = second.starts_at + timedelta(days=1)
    page.sessions.filter(pk=second.pk).update(
        state=SessionState.MOVED, reason="Balai dipakai", starts_at=later, ends_at=later + timedelta(hours=1)
    )
    text = get(HOST, month_path(next_year)).text
    assert ">Dibatalkan</span>" in text and "Pelatih sakit" in text
    assert ">Dipindah</span>" in text and "Rencana semula" in text and "Balai dipakai" in text


def test_the_sessions_of_a_cancelled_class_are_cancelled_for_its_reason(kemiren, get, next_year):
    page = make_class(kemiren, term_from=next_year, term_to=next_year + timedelta(days=6))
    page.is_cancelled, page.cancel_reason = True, "Pelatih pindah"
    publish(page)
    text = get(HOST, month_path(next_year)).text
    assert ">Dibatalkan</span>" in text and "Pelatih pindah" in text


def test_drafts_of_classes_and_events_stand_nowhere(kemiren, get, next_year):
    make_class(kemiren, "Tari", term_from=next_year, term_to=next_year + timedelta(days=6)).unpublish()
    own(kemiren, "Pentas", starts_at=at(next_year)).unpublish()
    assert titles(get(HOST, month_path(next_year))) == []


def test_events_without_a_day_stand_in_their_months_apart(kemiren, get, next_year):
    own(kemiren, "Panen", certainty="usual", starts_at=None, usual_months=[5, 6])
    answer = get(HOST, month_path(next_year))
    assert titles(answer) == ["Panen"] and "Tanggal belum ditetapkan" in answer.text
    assert "biasanya Mei atau Juni" in answer.text
    assert titles(get(HOST, f"/agenda/{next_year.year}/7/")) == []
    past = timezone.localdate() - timedelta(days=400)
    assert "Panen" not in get(HOST, f"/agenda/{past.year}/5/").text


def test_a_usual_event_whose_day_was_set_once_is_without_a_day_in_other_years(kemiren, get, next_year):
    own(kemiren, "Panen", certainty="usual", starts_at=at(next_year), usual_months=[5])
    assert "Tanggal belum" not in get(HOST, month_path(next_year)).text
    later = get(HOST, f"/agenda/{next_year.year + 1}/5/").text
    assert "Tanggal belum ditetapkan" in later and "biasanya Mei" in later


def test_a_lunar_event_shows_its_date_and_this_years_day_once_that_is_known(kemiren, get, next_year):
    page = own(kemiren, "Barong", certainty="lunar", starts_at=None, lunar_date="2 Syawal")
    assert titles(get(HOST, f"/agenda/{next_year.year}/")) == ["Barong"]
    page.starts_at = at(next_year)
    publish(page)
    assert titles(get(HOST, f"/agenda/{next_year.year}/")) == ["Barong", "Barong"]
    month = get(HOST, month_path(next_year))
    assert titles(month) == ["Barong"] and "2 Syawal" in month.text


def test_the_month_sheet_is_a_table_from_monday_on_with_numbers_and_names(kemiren, get, next_year):
    for title in ("Satu", "Dua", "Tiga", "Empat", "Lima"):
        own(kemiren, title, starts_at=at(next_year))
    text = get(HOST, f"{month_path(next_year)}?view=grid").text
    table = re.search(r'<table class="month">.*?</table>', text, re.DOTALL)[0]
    assert re.findall(r'<abbr title="(\w+)">', table)[0] == "Senin"
    assert "<caption>" in table and "2 lagi" in table
    assert f'href="{month_path(next_year)}1/"' in table
    assert table.count("<li>") == 4
    assert f'href="{month_path(next_year - timedelta(days=1))}?view=grid"' in text
    assert f'<link rel="canonical" href="http://{HOST}{month_path(next_year)}">' in text


def test_empty_months_are_not_for_search_engines(kemiren, get, next_year):
    assert 'content="noindex' in get(HOST, month_path(next_year)).text
    own(kemiren, "Pentas", starts_at=at(next_year))
    assert 'content="noindex' not in get(HOST, month_path(next_year)).text


def test_in_english_a_session_leads_to_the_english_class_or_else_to_the_indonesian_one(
    kemiren, get, next_year
):
    dance = make_class(kemiren, "Tari", term_from=next_year, term_to=next_year + timedelta(days=6))
    path = f"/en/calendar/{next_year.year}/{next_year.month}/"
    text = get(HOST, path).text
    assert '<a href="/kelas/tari/" lang="id" hreflang="id">Tari</a>' in text and "In Indonesian" in text
    english(dance, "Dancing")
    text = get(HOST, path).text
    assert '<a href="/en/classes/dancing/">Dancing</a>' in text and "In Indonesian" not in text


def test_an_event_stands_once_in_english_and_the_months_have_the_same_address_in_both(
    kemiren, get, next_year
):
    english(own(kemiren, "Pentas", starts_at=at(next_year)), "Show")
    path = f"/en/calendar/{next_year.year}/{next_year.month}/"
    answer = get(HOST, path)
    assert titles(answer) == ["Show"] and titles(get(HOST, month_path(next_year))) == ["Pentas"]
    assert f'hreflang="id" href="http://{HOST}{month_path(next_year)}"' in answer.text


def test_the_home_shows_what_comes_next_and_no_empty_part(kemiren, get):
    assert "Semua Agenda" not in get(HOST, "/").text
    own(kemiren, "Lewat", starts_at=in_days(-3))
    own(kemiren, "Besok", starts_at=in_days(1))
    make_class(kemiren, "Tari")
    home = get(HOST, "/").text
    assert "Semua Agenda" in home and "Besok" in home and "Lewat" not in home
    assert "Tari" in home.partition("Semua Agenda")[2]


def test_a_new_village_is_welcomed_above_what_offices_share(kemiren, get):
    make_event(make_office(), "Gandrung Sewu")
    home = get(HOST, "/").text
    assert "Selamat datang" in home and "Gandrung Sewu" in home


def test_only_the_list_of_an_office_has_its_own_events(kemiren, get):
    office = make_office()
    make_event(office, "Milik kantor", starts_at=in_days(1))
    own(kemiren, "Milik desa", starts_at=in_days(1))
    day = timezone.localdate() + timedelta(days=1)
    assert titles(get("localhost", f"/kantor/disbudpar{month_path(day)}")) == ["Milik kantor"]
