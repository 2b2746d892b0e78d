"""When an office is open, in words and at a given moment."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from django.utils import formats, translation
from wagtail.blocks import StreamBlockValidationError, StructBlockValidationError

from sites.blocks import ExceptionalDaysStreamBlock, OpeningHoursBlock, OpeningWeekBlock
from sites.opening_hours import exceptions, rows, status, upcoming
from sites.opening_hours import week as spans_of

pytestmark = pytest.mark.once

WORKDAYS = ["monday", "tuesday", "wednesday", "thursday"]
JAKARTA = ZoneInfo("Asia/Jakarta")


@pytest.fixture(autouse=True)
def own_formats(settings):
    settings.FORMAT_MODULE_PATH = "sites.formats"
    formats.reset_format_cache()
    yield
    formats.reset_format_cache()


def week(*lines):
    """A week of (days, opens, closes), as the editor's form hands it over."""
    raw = [
        {"type": "hours", "value": {"days": days, "opens": opens, "closes": closes}}
        for days, opens, closes in lines
    ]
    return OpeningWeekBlock().to_python(raw)


def office():
    return week((WORKDAYS, "08:00", "15:00"), (["friday"], "08:00", "11:30"))


def test_days_in_a_row_with_the_same_hours_are_joined():
    with translation.override("id"):
        found = [(row.days, row.hours) for row in rows(office())]
    assert found[:2] == [("Senin–Kamis", "08.00–15.00 WIB"), ("Jumat", "08.00–11.30 WIB")]
    assert found[2][0] == "Sabtu–Minggu"


def test_the_hours_are_written_in_the_reader_s_language():
    with translation.override("en"):
        assert rows(office())[0] == ("Monday–Thursday", "8.00 AM–3.00 PM WIB")


def test_a_break_at_noon_stands_on_one_line():
    lines = week((["monday"], "13:00", "15:00"), (["monday"], "08:00", "12:00"))
    with translation.override("id"):
        assert rows(lines)[0].hours == "08.00–12.00, 13.00–15.00 WIB"


def test_days_apart_are_not_joined():
    with translation.override("id"):
        days = [row.days for row in rows(week((["monday", "wednesday"], "08:00", "12:00")))]
    assert days == ["Senin", "Selasa", "Rabu", "Kamis–Minggu"]


def test_an_office_without_hours_has_no_rows():
    assert rows(week()) == []


def special(first_day, last_day="", opens="", closes="", reason="Libur nasional"):
    """Exceptional days, as the editor's form hands them over."""
    value = {"first_day": first_day, "last_day": last_day, "opens": opens, "closes": closes, "reason": reason}
    return ExceptionalDaysStreamBlock().to_python([{"type": "days", "value": value}])


def office_at(moment, days=()):
    return status(spans_of(office()), exceptions(days), moment)


@pytest.mark.parametrize(
    ("hour", "expected"),
    [
        ((7, 59), (False, None)),
        ((8, 0), (True, time(15))),
        ((14, 59), (True, time(15))),
        ((15, 0), (False, None)),
    ],
)
def test_an_office_is_open_from_its_first_minute_to_its_last(hour, expected):
    found = office_at(datetime(2026, 5, 4, *hour, tzinfo=JAKARTA))
    assert (found.is_open, found.until) == expected


def test_the_hours_are_those_of_western_indonesia_whatever_the_server_s_clock():
    assert office_at(datetime(2026, 5, 4, 2, 0, tzinfo=UTC)).until == time(15)
    assert not office_at(datetime(2026, 5, 3, 9, 0, tzinfo=UTC)).is_open


@pytest.mark.parametrize(
    ("moment", "opens_next"),
    [
        ((2026, 5, 4, 6, 0), (2026, 5, 4, 8, 0)),
        ((2026, 5, 4, 16, 0), (2026, 5, 5, 8, 0)),
        ((2026, 5, 8, 12, 0), (2026, 5, 11, 8, 0)),
    ],
)
def test_a_closed_office_says_when_it_opens_next(moment, opens_next):
    found = office_at(datetime(*moment, tzinfo=JAKARTA))
    assert found.opens_next == datetime(*opens_next, tzinfo=JAKARTA)


def test_a_holiday_closes_the_office_and_says_why_and_the_next_day_is_named():
    found = office_at(datetime(2026, 5, 4, 9, 0, tzinfo=JAKARTA), special("2026-05-04", "2026-05-05"))
    assert not found.is_open
    assert found.reason == "Libur nasional"
    assert found.opens_next == datetime(2026, 5, 6, 8, 0, tzinfo=JAKARTA)


def test_other_hours_take_the_place_of_the_usual_ones():
    days = special("2026-05-04", opens="08:00", closes="10:00", reason="Rapat desa")
    assert office_at(datetime(2026, 5, 4, 9, 0, tzinfo=JAKARTA), days).until == time(10)
    assert not office_at(datetime(2026, 5, 4, 11, 0, tzinfo=JAKARTA), days).is_open


def test_an_office_closed_for_longer_than_a_month_names_no_day():
    found = office_at(datetime(2026, 5, 4, 9, 0, tzinfo=JAKARTA), special("2026-05-01", "2026-12-31"))
    assert found.opens_next is None


def test_only_days_of_the_next_two_weeks_are_announced():
    days = exceptions(special("2026-05-10", "2026-05-12"))
    assert upcoming(days, date(2026, 5, 1)) == days
    assert upcoming(days, date(2026, 5, 12)) == days
    assert upcoming(days, date(2026, 5, 13)) == upcoming(days, date(2026, 4, 1)) == []


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"first_day": "2026-05-04", "last_day": "2026-05-03"}, "last_day"),
        ({"first_day": "2026-05-04", "opens": "08:00"}, "closes"),
        ({"first_day": "2026-05-04", "opens": "10:00", "closes": "08:00"}, "closes"),
    ],
)
def test_exceptional_days_that_make_no_sense_are_refused_where_they_are_wrong(values, field):
    block = ExceptionalDaysStreamBlock().child_blocks["days"]
    with pytest.raises(StructBlockValidationError) as error:
        block.clean(special(**values)[0].value)
    assert list(error.value.block_errors) == [field]


def test_closing_before_opening_is_refused_at_the_closing_time():
    block = OpeningHoursBlock()
    value = block.to_python({"days": ["monday"], "opens": "15:00", "closes": "08:00"})
    with pytest.raises(StructBlockValidationError) as error:
        block.clean(value)
    assert list(error.value.block_errors) == ["closes"]


def test_hours_that_overlap_are_refused_and_the_day_is_named():
    lines = week((WORKDAYS, "08:00", "12:00"), (["thursday", "friday"], "11:00", "15:00"))
    with translation.override("id"), pytest.raises(StreamBlockValidationError) as error:
        OpeningWeekBlock().clean(lines)
    assert "Kamis" in str(error.value.non_block_errors.as_data())


def test_hours_that_touch_are_fine():
    lines = week((["monday"], "08:00", "12:00"), (["monday"], "12:00", "15:00"))
    assert OpeningWeekBlock().clean(lines) == lines
