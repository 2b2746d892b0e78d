"""What readers find on the page of a class, on its card, in calendars and in search engines."""

import json
import re
from datetime import timedelta

import pytest
from django.utils import timezone
from icalendar import Calendar

from culture.states import SessionState
from sites.models import SiteSettings
from tests.factories.culture import make_art_form, make_class, make_registration
from tests.factories.sites import home_locale, publish

HOST = "kemiren.localhost"


def english_of(page, **values):
    english = page.copy_for_translation(home_locale("en"), copy_parents=True)
    for name, value in {"title": "Gandrung dance", "slug": "gandrung-dance", **values}.items():
        setattr(english, name, value)
    return publish(english)


@pytest.fixture
def ask(get):
    return lambda page: get(HOST, page.get_url_parts()[2]).content.decode()


def course_in(text):
    data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', text, re.S)[1])
    return next(node["mainEntity"] for node in data["@graph"] if "mainEntity" in node)


def test_it_says_when_where_for_whom_and_that_it_is_free(kemiren, ask):
    page = make_class(kemiren, room="Pendopo", age_from=7, age_to=12, bring="Selendang\n\nAir minum")
    text = ask(page)
    for words in ("09.00–10.30 WIB", "Pendopo, Balai desa", "Gratis", "7–12 tahun", "Air minum"):
        assert words in text
    assert text.count("<li>Selendang</li>") == 1
    assert f"/pendaftaran/{page.pk}/" in text


def test_a_cancelled_class_counts_no_meetings(kemiren, ask):
    page = make_class(kemiren)
    assert "(8 pertemuan)" in ask(page)
    page.is_cancelled = True
    publish(page)
    assert "(8 pertemuan)" not in ask(page)


def test_the_name_of_a_teacher_stands_there_only_with_consent(kemiren, ask):
    page = make_class(kemiren, teacher_role="Pelatih sanggar", teacher_name="Nama Contoh")
    assert "Pelatih sanggar" in ask(page) and "Nama Contoh" not in ask(page)
    page.teacher_agreed = True
    publish(page)
    text = ask(page)
    assert "Nama Contoh" in text and course_in(text)["hasCourseInstance"]["instructor"]["name"]


def test_an_english_page_takes_what_it_lacks_from_the_indonesian_one(kemiren, ask):
    page = make_class(
        kemiren, room="Pendopo", bring="Selendang", teacher_role="Pelatih", summary="Untuk anak"
    )
    english = english_of(page, place="", room="", bring="", teacher_role="")
    text = ask(english)
    for words in ("Pendopo, Balai desa", "Selendang", "Pelatih", "Free of charge"):
        assert words in text
    assert f"/en/registration/{page.pk}/" in text


def test_the_card_in_english_says_where_it_is(kemiren, get):
    english_of(make_class(kemiren, room="Pendopo"), place="", room="")
    assert "Pendopo, Balai desa" in get(HOST, "/en/classes/").content.decode()


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"is_cancelled": True, "cancel_reason": "Pelatih sakit"}, "Pelatih sakit"),
        ({"term_from": -30, "term_to": -2}, "Kelas ini sudah selesai"),
        ({"term_from": -7, "registration_until": -1}, "Kelas sedang berjalan"),
        ({"registration_until": -1}, "Pendaftaran ditutup"),
        ({"takes_registrations": False}, "Tidak perlu mendaftar"),
    ],
)
def test_a_class_that_takes_nobody_says_why_and_has_no_button(kemiren, ask, values, words):
    today = timezone.localdate()
    values = {
        name: today + timedelta(days=value) if type(value) is int else value for name, value in values.items()
    }
    page = make_class(kemiren, **values)
    text = ask(page)
    assert words in text and f"/pendaftaran/{page.pk}/" not in text and "<progress" not in text


def test_a_full_class_offers_its_waiting_list(kemiren, ask, get):
    page = make_class(kemiren, quota=1)
    make_registration(page)
    assert "Masuk daftar tunggu" in ask(page)
    assert course_in(ask(page))["offers"]["availability"] == "https://schema.org/SoldOut"
    page.has_waiting_list = False
    publish(page)
    text = ask(page)
    assert "Semua tempat sudah terisi" in text and f"/pendaftaran/{page.pk}/" not in text
    assert "daftar tunggu" not in get(HOST, "/kelas/").content.decode()


def test_meetings_that_do_not_take_place_as_planned_say_why(kemiren, ask):
    page = make_class(kemiren)
    first, second = page.sessions.all()[:2]
    page.sessions.filter(pk=first.pk).update(state=SessionState.CANCELLED, reason="Hujan lebat")
    later = second.starts_at + timedelta(days=1)
    page.sessions.filter(pk=second.pk).update(
        state=SessionState.MOVED,
        starts_at=later,
        ends_at=later + timedelta(hours=1),
        reason="Ada hajatan",
        reason_en="A wedding",
    )
    text = ask(page)
    assert "<s><time" in text and "Hujan lebat" in text and "Dipindah dari" in text and "Ada hajatan" in text
    assert "A wedding" in ask(english_of(page))


def test_past_meetings_are_folded_away(kemiren, ask):
    page = make_class(kemiren, term_from=timezone.localdate() - timedelta(weeks=2))
    past = page.sessions.filter(ends_at__lt=timezone.now()).count()
    assert past and f"<summary>{past} pertemuan yang sudah lewat</summary>" in ask(page)


def test_it_leads_to_its_art_form_in_the_language_of_the_page(kemiren, ask):
    art_form = make_art_form(kemiren, "Gandrung")
    translated = art_form.copy_for_translation(home_locale("en"), copy_parents=True)
    translated.title, translated.slug = "The Gandrung dance", "the-gandrung"
    publish(translated)
    page = make_class(kemiren, art_form=art_form)
    assert "/budaya/gandrung/" in ask(page)
    assert "The Gandrung dance" in ask(english_of(page))


def test_an_art_form_that_the_regency_shares_is_reached_on_the_village_s_own_site(kemiren, ask):
    page = make_class(kemiren, art_form=make_art_form(title="Seblang"))
    assert re.search(r'href="/budaya/[^"]*seblang/"', ask(page))


def test_a_question_goes_to_the_class_or_else_to_the_village(kemiren, ask):
    values = SiteSettings.for_site(kemiren.site)
    values.whatsapp = "+628000000012"
    values.save()
    page = make_class(kemiren)
    assert "https://wa.me/628000000012" in ask(page)
    page.whatsapp = "+628000000099"
    publish(page)
    assert "https://wa.me/628000000099" in ask(page)


def test_a_pin_shows_the_way(kemiren, ask):
    text = ask(make_class(kemiren, latitude=-8.2047, longitude=114.3205))
    assert "geo:-8.20470,114.32050" in text and "openstreetmap.org" in text


def test_search_engines_learn_when_where_and_for_how_much(kemiren, ask):
    page = make_class(
        kemiren, age_from=7, quota=12, fee_rupiah=25_000, latitude=-8.2, longitude=114.3, language="osi"
    )
    make_registration(page)
    course = course_in(ask(page))
    instance = course["hasCourseInstance"]
    assert course["@type"] == "Course" and course["inLanguage"] == "osi"
    assert course["typicalAgeRange"] == "7-" and course["offers"]["price"] == 25_000
    assert instance["courseMode"] == "onsite" and instance["startDate"] == page.term_from.isoformat()
    assert (instance["maximumAttendeeCapacity"], instance["remainingAttendeeCapacity"]) == (12, 11)
    assert instance["courseSchedule"]["repeatFrequency"] == "P1W"
    assert instance["courseSchedule"]["byDay"] == [f"https://schema.org/{page.term_from:%A}"]
    assert instance["location"]["geo"]["latitude"] == -8.2


def calendar_of(get, path):
    answer = get(HOST, path)
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    return Calendar.from_ical(answer.content)


def test_its_calendar_holds_every_meeting_and_what_became_of_it(kemiren, get):
    page = make_class(kemiren, room="Pendopo", latitude=-8.2, longitude=114.3)
    first = page.sessions.first()
    page.sessions.filter(pk=first.pk).update(state=SessionState.CANCELLED, reason="Hujan, lebat; sekali")
    found = calendar_of(get, "/kelas/tari-gandrung/kalender.ics")
    assert not found.errors and found.calendar_name == f"Tari Gandrung · {kemiren.display_name}"
    events = {event["UID"]: event for event in found.events}
    assert set(events) == {f"session-{session.pk}@{HOST}" for session in page.sessions.all()}
    cancelled = events[f"session-{first.pk}@{HOST}"]
    assert cancelled["STATUS"] == "CANCELLED" and "Hujan, lebat; sekali" in cancelled["DESCRIPTION"]
    assert cancelled.start == first.starts_at and cancelled.end == first.ends_at
    assert cancelled["LOCATION"] == "Pendopo, Balai desa"
    assert (cancelled["GEO"].latitude, cancelled["GEO"].longitude) == (-8.2, 114.3)


def test_a_calendar_that_is_followed_takes_over_a_changed_meeting(kemiren, get):
    page = make_class(kemiren)
    session = page.sessions.first()

    def told():
        found = calendar_of(get, "/kelas/tari-gandrung/kalender.ics").events
        event = next(event for event in found if event["UID"].startswith(f"session-{session.pk}@"))
        return event["SEQUENCE"], event.last_modified

    long_ago = timezone.now() - timedelta(days=3)
    type(page).objects.update(last_published_at=long_ago)
    page.sessions.update(changed_at=long_ago)
    before = told()
    session.state = SessionState.CANCELLED
    session.save()
    assert all(later > earlier for earlier, later in zip(before, told(), strict=True))


def test_a_cancelled_class_is_cancelled_in_calendars_too(kemiren, get):
    page = make_class(kemiren)
    page.is_cancelled = True
    publish(page)
    found = calendar_of(get, "/kelas/tari-gandrung/kalender.ics").events
    assert {event["STATUS"] for event in found} == {"CANCELLED"}


def test_the_calendar_of_the_english_page_is_in_english(kemiren, get):
    english_of(make_class(kemiren))
    found = calendar_of(get, "/en/classes/gandrung-dance/kalender.ics")
    assert {event["SUMMARY"] for event in found.events} == {"Gandrung dance"}


def test_no_other_file_is_found_below_a_class(kemiren, get):
    make_class(kemiren)
    assert get(HOST, "/kelas/tari-gandrung/lain.ics").status_code == 404
    assert get(HOST, "/kelas/kalender.ics").status_code == 404
