"""Calendars for apps, read back with the library that many of them are built on."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from icalendar import Calendar

from culture.calendar import feeds
from culture.calendar.gathering import Slot, nearest
from culture.states import SessionState
from tests.factories.culture import make_class, make_event
from tests.factories.sites import make_office, publish

pytestmark = pytest.mark.once

HOST, ADDRESS = "kemiren.localhost", "/agenda/kalender.ics"
LOCAL = ZoneInfo("Asia/Jakarta")


def soon(days=3, hour=19, minute=0):
    return datetime.combine(timezone.localdate() + timedelta(days=days), time(hour, minute), LOCAL)


@pytest.fixture
def entries(get):
    """A function: the entries of a calendar by their titles."""

    def read(query="", host=HOST, address=ADDRESS):
        answer = get(host, address + query)
        assert answer.status_code == 200
        assert answer.headers["Content-Type"].startswith("text/calendar")
        assert all(len(line) <= 75 for line in answer.content.split(b"\r\n"))
        return {str(entry["summary"]): entry for entry in Calendar.from_ical(answer.content).events}

    return read


def test_an_event_comes_back_as_it_was_written(kemiren, entries):
    page = make_event(
        kemiren,
        "Malam Gandrung, Barong; & Kopi \\ ☕💃",
        summary="Baris satu\nbaris dua, dengan koma; dan titik koma. " + "Panjang sekali. " * 9,
        starts_at=soon(),
        ends_at=soon(hour=22),
        place="Pendopo, balai desa",
        latitude=-8.2047,
        longitude=114.3205,
    )
    (found,) = entries().values()
    assert (found["summary"], found["location"]) == (page.title, page.place)
    assert found["description"] == page.summary
    assert (found.start, found.end) == (page.starts_at, page.ends_at)
    assert str(found["dtstart"].params["TZID"]) == "Asia/Jakarta"
    assert found["uid"] == f"event-{page.translation_key}@{HOST}"
    assert found["url"] == f"http://{HOST}/agenda/malam-gandrung-barong-kopi/"
    assert (found["geo"].latitude, found["geo"].longitude) == (-8.2047, 114.3205)


def test_a_day_without_hours_is_a_day_and_its_end_the_day_after(kemiren, entries):
    make_event(kemiren, "Hari jadi", starts_at=soon(hour=0), is_all_day=True)
    make_event(
        kemiren, "Pameran", starts_at=soon(hour=0), ends_at=soon(5, hour=23, minute=59), is_all_day=True
    )
    today, found = timezone.localdate(), entries()
    assert found["Hari jadi"].start == today + timedelta(days=3)
    assert found["Hari jadi"].end == today + timedelta(days=4)
    assert found["Pameran"].end == today + timedelta(days=6)


def test_what_is_cancelled_or_postponed_says_so_and_why(kemiren, entries):
    make_event(kemiren, "Batal", status="cancelled", status_note="Hujan", starts_at=soon())
    make_event(kemiren, "Tunda", status="postponed", starts_at=soon())
    found = entries()
    assert found["Batal"]["status"] == "CANCELLED" and "Dibatalkan: Hujan" in found["Batal"]["description"]
    assert found["Tunda"]["status"] == "TENTATIVE"


def test_a_moved_session_keeps_its_identity_and_has_its_new_time(kemiren, entries):
    page = make_class(kemiren, "Tari")
    session = page.sessions.first()
    before = {entry["uid"] for entry in entries().values()}
    page.sessions.exclude(pk=session.pk).delete()
    uid = entries()["Tari"]["uid"]
    session.starts_at += timedelta(hours=2)
    session.ends_at += timedelta(hours=2)
    session.state = SessionState.MOVED
    session.save()
    found = entries()["Tari"]
    assert found["uid"] == uid == f"session-{session.pk}@{HOST}" and before
    assert found.start == session.starts_at and "Rencana semula" in found["description"]


def test_it_holds_what_the_query_asks_for(kemiren, entries):
    make_event(kemiren, "Gratis", kind="sport", fee_rupiah=0, starts_at=soon())
    make_event(kemiren, "Berbayar", kind="sport", fee_rupiah=9000, starts_at=soon())
    make_class(kemiren, "Tari")
    assert set(entries()) == {"Gratis", "Berbayar", "Tari"}
    assert set(entries("?kind=sport")) == {"Gratis", "Berbayar"}
    assert set(entries("?free=1&kind=sport")) == {"Gratis"}
    assert set(entries("?kind=class")) == {"Tari"}


def test_it_reaches_two_months_back_and_a_year_ahead(kemiren, entries):
    for days in (-90, -30, 300, 400):
        make_event(kemiren, str(days), starts_at=soon(days))
    make_event(kemiren, "Tanpa hari", certainty="usual", usual_months=[1], starts_at=None)
    assert set(entries()) == {"-30", "300"}


def test_the_regency_and_offices_have_one_too_and_can_be_narrowed_to_a_village(kemiren, other, entries):
    make_event(make_office(), "Kantor", starts_at=soon())
    make_event(kemiren, "Kemiren", starts_at=soon())
    make_event(other, "Lain", starts_at=soon())
    regency = entries(host="localhost")
    assert set(regency) == {"Kantor", "Kemiren", "Lain"}
    assert regency["Kemiren"]["uid"] == entries()["Kemiren"]["uid"]
    assert regency["Kantor"]["uid"] == entries()["Kantor"]["uid"]
    assert set(entries(f"?village={kemiren.code}", host="localhost")) == {"Kemiren"}
    assert set(entries(host="localhost", address="/kantor/disbudpar/agenda/kalender.ics")) == {"Kantor"}


def test_one_event_can_be_added_also_where_it_is_a_guest(kemiren, get, entries):
    page = make_event(make_office(), "Gandrung Sewu", starts_at=soon())
    make_event(kemiren, "Lain", starts_at=soon())
    text = get(HOST, "/agenda/disbudpar/gandrung-sewu/").text
    address = f"{ADDRESS}?event={page.translation_key}"
    assert f'href="{address}"' in text
    (found,) = entries(f"?event={page.translation_key}").values()
    assert found["url"].endswith(f"{HOST}/agenda/disbudpar/gandrung-sewu/")


@pytest.mark.parametrize("key", ["x", "1", "00000000-0000-0000-0000-000000000000", "%00", "x" * 5000])
def test_an_event_that_is_not_there_is_not_found(kemiren, get, key):
    assert get(HOST, f"{ADDRESS}?event={key}").status_code == 404


def test_what_is_over_or_has_no_day_can_not_be_added(kemiren, get):
    make_event(kemiren, "Lewat", starts_at=soon(-3))
    make_event(kemiren, "Kelak", certainty="usual", usual_months=[1], starts_at=None)
    for slug in ("lewat", "kelak"):
        assert "kalender.ics?event" not in get(HOST, f"/agenda/{slug}/").text


def test_an_app_that_looks_again_is_told_that_nothing_changed(kemiren, get):
    page = make_event(kemiren, "Pentas", starts_at=soon())
    first = get(HOST, ADDRESS)
    assert "max-age=300" in first.headers["Cache-Control"] and not first.cookies
    again = {"headers": {"If-None-Match": first.headers["ETag"]}}
    assert get(HOST, ADDRESS, **again).status_code == 304
    page.title = "Pentas besar"
    publish(page)
    assert get(HOST, ADDRESS, **again).status_code == 200


def test_the_page_offers_to_follow_it_with_the_same_filter(kemiren, get):
    text = get(HOST, "/agenda/?kind=sport").text
    assert f'href="webcal://{HOST}{ADDRESS}?kind=sport"' in text and f'href="{ADDRESS}?kind=sport"' in text


def test_in_english_it_is_in_english(kemiren, get, entries):
    make_event(kemiren, "Batal", status="cancelled", starts_at=soon())
    found = entries(address="/en/calendar/kalender.ics")
    assert "Cancelled" in found["Batal"]["description"]


def test_of_more_than_an_app_can_take_what_comes_next_is_kept_first():
    today = date(2026, 5, 10)
    days = [today + timedelta(days=number) for number in range(-3, 4)]
    slots = [Slot("event", n, datetime.combine(d, time(), UTC), d, d) for n, d in enumerate(days)]
    assert [slot.first_day.day for slot in nearest(slots, today, 2)] == [10, 11]
    assert [slot.first_day.day for slot in nearest(slots, today, 5)] == [9, 10, 11, 12, 13]
    assert nearest(slots, today, feeds.MOST_ENTRIES) == slots
