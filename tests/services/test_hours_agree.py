"""Home, page of a service, what search engines read and the days one may choose tell the same hours."""

from datetime import date, datetime, time, timedelta

import pytest
from django.utils import timezone

from services.asking import dates
from sites import opening_hours
from sites.opening_hours import DAYS, LOCAL_TIME
from tests.factories.services import make_service

from .forms import words_of
from .test_service_page import data_of, open_office, service_data

pytestmark = pytest.mark.django_db
HOST, PAGE = "kemiren.localhost", "/layanan/surat-keterangan-usaha/"
USUAL = [("hours", {"days": list(DAYS[:5]), "opens": time(8), "closes": time(15)})]
MONDAY, TUESDAY = date(2027, 3, 1), date(2027, 3, 2)


def other_hours(day: date, opens: time | None = None, closes: time | None = None) -> list[tuple]:
    value = {"first_day": day, "last_day": None, "opens": opens, "closes": closes, "reason": "Rapat desa"}
    return [("days", value)]


@pytest.fixture
def at(monkeypatch):
    """Let it be another moment for all that asks when it is."""

    def set_clock(day: date, hour: int, minute: int = 0) -> None:
        moment = datetime.combine(day, time(hour, minute), LOCAL_TIME)
        monkeypatch.setattr(timezone, "now", lambda: moment)

    return set_clock


HOLIDAY, EARLY = other_hours(MONDAY), other_hours(MONDAY, time(8), time(11))


@pytest.mark.parametrize(
    ("exceptions", "hour", "home", "service", "special"),
    [
        ([], 13, "Kantor buka sampai pukul 15.00", "Sekarang buka, sampai 15.00", None),
        (
            HOLIDAY,
            13,
            "Kantor tutup, buka lagi Selasa pukul 08.00",
            "Sekarang tutup, buka Selasa 08.00",
            "00:00-00:00",
        ),
        (EARLY, 10, "Kantor buka sampai pukul 11.00", "Sekarang buka, sampai 11.00", "08:00-11:00"),
        (
            EARLY,
            13,
            "Kantor tutup, buka lagi Selasa pukul 08.00",
            "Sekarang tutup, buka Selasa 08.00",
            "08:00-11:00",
        ),
    ],
    ids=["as usual", "a holiday", "before an early closing", "after it"],
)
def test_all_four_say_the_same(kemiren, get, at, exceptions, hour, home, service, special):
    made = make_service(kemiren)
    open_office(kemiren, USUAL, exceptions)
    at(MONDAY, hour)
    page = get(HOST, PAGE)
    assert home in words_of(get(HOST, "/"))
    assert service in words_of(page)
    office = data_of(page)["GovernmentOrganization"]["location"]
    others = office.get("specialOpeningHoursSpecification", [])
    expected = [(MONDAY.isoformat(), special)] if special else []
    assert [(one["validFrom"], f"{one['opens']}-{one['closes']}") for one in others] == expected
    assert service_data(page)["hoursAvailable"] == [*office["openingHoursSpecification"], *others]
    at(MONDAY - timedelta(1), 12)
    offered = dict(dates.open_days(kemiren.site.sitesettings, made))
    hours = {None: [(time(8), time(15))], "08:00-11:00": [(time(8), time(11))]}
    assert offered.get(MONDAY) == hours.get(special)
    assert offered[TUESDAY] == hours[None]


def test_hours_of_a_service_give_way_to_an_early_closing_of_the_office(kemiren, get, at):
    own = [("hours", {"days": ["monday"], "opens": time(9), "closes": time(14)})]
    made = make_service(kemiren, opening_hours=own)
    open_office(kemiren, USUAL, EARLY)
    at(MONDAY, 12)
    page = get(HOST, PAGE)
    assert "Sekarang tutup, buka Senin 09.00" in words_of(page)
    spans = [(one["opens"], one["closes"]) for one in service_data(page)["hoursAvailable"]]
    assert spans == [("09:00", "14:00"), ("08:00", "11:00")]
    at(MONDAY - timedelta(1), 12)
    days = dict(dates.open_days(kemiren.site.sitesettings, made))
    assert opening_hours.hours_text(days[MONDAY]) == "08.00–11.00 WIB" and TUESDAY not in days
