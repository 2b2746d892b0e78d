"""When an office is open, in words and at a given moment."""

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest
from django.utils import formats, translation
from wagtail.blocks import StreamBlockValidationError, StructBlockValidationError

from sites.blocks import OpeningHoursBlock, OpeningWeekBlock
from sites.opening_hours import is_open, rows

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
    monday = datetime(2026, 5, 4, *hour, tzinfo=JAKARTA)
    assert is_open(office(), monday) == expected


def test_the_hours_are_those_of_western_indonesia_whatever_the_server_s_clock():
    assert is_open(office(), datetime(2026, 5, 4, 2, 0, tzinfo=UTC)) == (True, time(15))
    assert is_open(office(), datetime(2026, 5, 3, 9, 0, tzinfo=UTC)) == (False, None)


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
