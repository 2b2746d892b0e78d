"""What the pages of a site have in common is made once, and never told of another site or another time."""

from datetime import datetime, time, timedelta

import pytest
from django.core.cache import caches
from django.test import RequestFactory
from django.utils import timezone

from sites.opening_hours import DAYS
from sites.page_cache import making
from sites.page_cache.generations import GenerationsAwayError
from sites.page_cache.marks import MARK, Mark, shows_others
from sites.page_cache.owners import REGENCY
from sites.page_cache.remembered import remembered
from tests.factories import sites as factories
from tests.factories.culture import make_class, make_event

from .support import ask

HOME, LIST, AGENDA = "/", "/pengumuman/", "/agenda/"


class Maker:
    """Counts how often it is asked."""

    def __init__(self, made=None, also=lambda: None):
        self.made, self.also, self.number = made if made is not None else [], also, 0

    def __call__(self):
        self.number += 1
        self.also()
        return self.made


@pytest.fixture
def request_for_anybody(processes):
    def marked():
        request = RequestFactory().get("/")
        request.META[MARK] = Mark()
        return request

    return marked


def test_it_is_made_once_until_a_generation_moves(processes, request_for_anybody):
    make = Maker(["menu"])
    for _page in range(3):
        assert remembered(request_for_anybody(), "menu", [REGENCY], make) == ["menu"]
    assert make.number == 1
    processes[0].generations.bump([REGENCY])
    remembered(request_for_anybody(), "menu", [REGENCY], make)
    assert make.number == 2


def test_a_page_that_is_not_for_anybody_gets_everything_anew(processes):
    make, request = Maker(), RequestFactory().get("/")
    for given in (request, request, None):
        remembered(given, "menu", [REGENCY], make)
    assert make.number == 3


def test_what_a_page_does_to_its_copy_no_other_page_sees(request_for_anybody):
    make = Maker(["menu"])
    for _page in range(3):
        found = remembered(request_for_anybody(), "menu", [REGENCY], make)
        assert found == ["menu"] or make.number == 1
        remembered(request_for_anybody(), "menu", [REGENCY], make).append("mine")
    assert remembered(request_for_anybody(), "menu", [REGENCY], make) == ["menu"]


def test_what_is_of_others_is_not_remembered_and_said_each_time(request_for_anybody):
    for _page in range(2):
        request = request_for_anybody()
        make = Maker(also=lambda request=request: shows_others(request))
        remembered(request, "news", [REGENCY], make)
        assert make.number == 1 and request.META[MARK].shows_others


def test_what_is_not_there_is_asked_for_each_time(request_for_anybody):
    make = Maker(made=0)
    for _page in range(2):
        remembered(request_for_anybody(), "page", [REGENCY], make, keeps=bool)
    assert make.number == 2


def test_where_the_counters_are_away_everything_is_made(request_for_anybody, processes, monkeypatch):
    def away(places):
        raise GenerationsAwayError

    monkeypatch.setattr(processes[0].generations, "read", away)
    make = Maker()
    for _page in range(2):
        remembered(request_for_anybody(), "menu", [REGENCY], make)
    assert make.number == 2


def test_addresses_that_lead_nowhere_fill_nothing(processes, kemiren):
    ask(processes[0], HOME), ask(processes[0], LIST)
    before = len(caches["parts"]._cache)
    for number in range(20):
        ask(processes[0], f"/tidak-ada-{number}/"), ask(processes[0], f"{LIST}tidak-ada-{number}/")
        ask(processes[0], HOME, host=f"desa{number}.localhost")
    # The portal's frame and what is common to all wrong addresses, not one for each of them.
    assert len(caches["parts"]._cache) < before + 10


def test_each_village_reads_its_own(processes, kemiren, other):
    for village, title in ((kemiren, "Rapat Kemiren"), (other, "Rapat Lain")):
        factories.make_announcement(village, title, severity="important")
    hosts = {"kemiren.localhost": "Rapat Kemiren", "lain.localhost": "Rapat Lain"}
    for _round in range(2):
        for host, title in hosts.items():
            text = anew(processes[0], HOME, host)
            assert title in text
            assert not any(others in text for others in hosts.values() if others != title)


def anew(process, address, host="kemiren.localhost") -> str:
    """A page that nobody has kept, made of what is remembered."""
    answer = ask(lambda environ, start: process.django({**environ, MARK: Mark()}, start), address, host)
    assert answer.status == 200, address
    return answer.text


@pytest.fixture
def clock(monkeypatch):
    """Puts the project's clock."""
    zone = timezone.get_current_timezone()

    def put(moment: datetime):
        monkeypatch.setattr(timezone, "now", lambda: moment.astimezone(zone))

    return put


def test_at_any_time_of_a_day_it_is_what_a_page_made_anew_shows(processes, kemiren, clock):
    morning = timezone.localtime().replace(hour=6, minute=0, second=0, microsecond=0) + timedelta(days=1)
    hours = [morning + timedelta(hours=number) for number in range(1, 7)]
    factories.make_announcement(kemiren, "Sampai pukul tujuh", expires_at=hours[0], severity="important")
    factories.make_announcement(kemiren, "Turun pukul delapan", expire_at=hours[1])
    factories.make_shared(title="Untuk semua", expire_at=hours[2])
    make_event(kemiren, "Rembuk warga", starts_at=hours[2], ends_at=hours[3])
    make_class(kemiren).sessions.create(planned_at=hours[4], starts_at=hours[4], ends_at=hours[5])
    moments = [moment + timedelta(seconds=late) for moment in hours for late in (-1, 0, 1)]
    shown = set()
    for moment in (morning, *moments, morning + timedelta(days=1)):
        clock(moment)
        for address in (HOME, LIST, AGENDA, "/kelas/"):
            text = anew(processes[0], address)
            assert text == ask(processes[0].django, address).text, (moment, address)
            shown.add((address, text))
    assert len(shown) > 12


def kept_until(process, address="/", host="kemiren.localhost") -> datetime:
    """Until when the page cache would keep a page that is made now."""
    environ = {}
    ask(lambda given, start: (environ.update(given), start("200 OK", []), [])[2], address, host)
    held = making.ask(process.django, environ)
    held.read()
    return datetime.fromtimestamp(held.until(timezone.now().timestamp()), tz=timezone.get_current_timezone())


def test_a_page_is_kept_for_minutes_or_until_something_begins_or_ends(processes, kemiren, clock):
    noon = timezone.localtime().replace(hour=12, minute=0, second=30, microsecond=0) + timedelta(days=1)
    clock(noon)
    assert kept_until(processes[0]) == noon + timedelta(minutes=5)
    notice = factories.make_announcement(kemiren, expires_at=noon + timedelta(minutes=3))
    caches["parts"].clear()
    assert kept_until(processes[0], "/en/") == notice.expires_at
    clock(noon.replace(hour=23, minute=58))
    assert kept_until(processes[0]) == noon.replace(hour=0, minute=0, second=0) + timedelta(days=1)


def test_a_page_that_says_that_the_office_is_open_is_kept_until_it_closes(processes, kemiren, clock):
    settings = kemiren.site.sitesettings
    settings.opening_hours = [("hours", {"days": list(DAYS), "opens": time(8), "closes": time(12, 4)})]
    settings.save()
    noon = timezone.localtime().replace(hour=12, minute=0, second=0, microsecond=0) + timedelta(days=1)
    clock(noon)
    assert kept_until(processes[0]) == noon + timedelta(minutes=4)


def test_the_portal_is_kept_to_the_end_of_the_minute(processes, kemiren, clock):
    noon = timezone.localtime().replace(hour=12, minute=0, second=30, microsecond=0)
    clock(noon)
    assert kept_until(processes[0], host="localhost") == noon + timedelta(seconds=30)


def test_the_portal_finds_a_new_village_at_once(processes, kemiren, committed):
    assert "Desa Barulah" not in anew(processes[0], HOME, "localhost")
    with committed():
        factories.make_village("barulah", name="Barulah")
    assert "Barulah" in anew(processes[0], HOME, "localhost")


@pytest.mark.parametrize("path", ["/", "/en/", "/kantor/", "/kabar/", "/pasar/"])
def test_the_portal_shows_what_a_page_made_anew_shows(processes, kemiren, path):
    factories.make_office("disbudpar"), factories.make_announcement(kemiren)
    for _round in range(2):
        assert anew(processes[0], path, "localhost") == ask(processes[0].django, path, "localhost").text
