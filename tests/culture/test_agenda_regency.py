"""The calendar of the regency: its own, that of all offices and of all open villages; and its walls."""

import re
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from sites import provisioning
from sites.models import SiteSettings, VillageSharing
from tests.factories import sites as factories
from tests.factories.culture import make_class, make_event

PORTAL, KEMIREN, OTHER = "localhost", "kemiren.localhost", "lain.localhost"
TITLES = re.compile(r'<li class="event"[^>]*>.*?<h[34]><a [^>]*>([^<]*)</a>', re.DOTALL)


@pytest.fixture
def day():
    return timezone.localdate().replace(year=timezone.localdate().year + 1, month=5, day=1)


@pytest.fixture
def path(day):
    return f"/agenda/{day.year}/{day.month}/"


@pytest.fixture
def event(day):
    """A function: an event of a village or an office on that day."""

    def make(owner, title, **values):
        starts_at = datetime.combine(day, time(9), ZoneInfo("Asia/Jakarta"))
        return make_event(owner, title, starts_at=starts_at, **values)

    return make


def titles(answer):
    assert answer.status_code == 200
    return TITLES.findall(answer.text)


def test_it_has_everything_of_everybody_each_with_its_village(kemiren, other, event, get, day, path):
    event(None, "Kabupaten")
    event(factories.make_office(), "Kantor", audience="portal")
    event(other, "Lainnya")
    make_class(kemiren, "Tari", term_from=day, term_to=day + timedelta(days=6))
    answer = get(PORTAL, path)
    assert set(titles(answer)) == {"Kabupaten", "Kantor", "Lainnya", "Tari"}
    assert ">Disbudpar</span>" in answer.text and "Desa Kemiren</p>" in answer.text
    assert re.search(rf'href="http://{KEMIREN}(:\d+)?/kelas/tari/"', answer.text)


def test_a_village_can_be_chosen_there(kemiren, other, event, get, path):
    event(kemiren, "Milik Kemiren")
    event(other, "Milik lain")
    answer = get(PORTAL, f"{path}?village={kemiren.code}")
    assert titles(answer) == ["Milik Kemiren"]
    assert f'<option value="{kemiren.code}" selected>Desa Kemiren, Glagah</option>' in answer.text
    assert 'name="village"' not in get(KEMIREN, path).text


def test_a_closed_village_drops_out(kemiren, other, event, get, path, day):
    event(kemiren, "Milik Kemiren")
    event(other, "Milik lain")
    make_class(other, "Kelas lain", term_from=day, term_to=day + timedelta(days=6))
    provisioning.close_village(other)
    assert titles(get(PORTAL, path)) == ["Milik Kemiren"]
    assert "Milik lain" not in get(PORTAL, "/agenda/kalender.ics").text
    assert titles(get(PORTAL, f"{path}?village={other.code}")) == ["Milik Kemiren"]


def test_a_village_shows_nothing_of_another_one(kemiren, other, event, get, path, day):
    event(other, "Milik lain")
    make_class(other, "Kelas lain", term_from=day, term_to=day + timedelta(days=6))
    for address in (path, f"{path}?view=grid", f"/agenda/{day.year}/", "/agenda/kalender.ics", "/layar/"):
        text = get(KEMIREN, address).text
        assert "Milik lain" not in text and "Kelas lain" not in text
    key = other.container.get_descendants().get(title="Milik lain").translation_key
    assert get(KEMIREN, f"/agenda/kalender.ics?event={key}").status_code == 404


def test_a_draft_shows_nowhere(kemiren, event, get, path):
    key = event(kemiren, "Konsep")
    key.unpublish()
    for host in (KEMIREN, PORTAL):
        assert "Konsep" not in get(host, path).text
        address = f"/agenda/kalender.ics?event={key.translation_key}"
        assert get(host, address).status_code == 404


def test_what_a_village_hides_stands_nowhere_on_its_site(kemiren, other, event, get, path):
    page = event(factories.make_office(), "Gandrung Sewu")
    VillageSharing.objects.create(village=kemiren, translation_key=page.translation_key, is_hidden=True)
    assert titles(get(KEMIREN, path)) == []
    assert titles(get(OTHER, path)) == titles(get(PORTAL, path)) == ["Gandrung Sewu"]
    address = f"/agenda/kalender.ics?event={page.translation_key}"
    assert get(KEMIREN, address).status_code == 404 and get(OTHER, address).status_code == 200


def test_only_villages_of_the_audience_show_an_event(kemiren, event, get, path):
    event(factories.make_office(), "Untuk Licin", audience="districts", audience_districts=["Licin"])
    assert titles(get(KEMIREN, path)) == []
    assert titles(get(PORTAL, path)) == ["Untuk Licin"]


def test_what_is_behind_a_password_is_in_no_calendar(kemiren, event, get, path):
    page = event(kemiren, "Rahasia")
    page.view_restrictions.create(restriction_type="password", password="sandi")
    for host in (KEMIREN, PORTAL):
        assert titles(get(host, path)) == []
        assert "Rahasia" not in get(host, "/agenda/kalender.ics").text


def test_a_village_without_english_is_shown_in_indonesian_there(kemiren, event, get, day):
    page = event(kemiren, "Pentas")
    version = page.copy_for_translation(factories.home_locale("en"), copy_parents=True)
    version.title = "Show"
    factories.publish(version)
    path = f"/en/calendar/{day.year}/{day.month}/"
    assert titles(get(PORTAL, path)) == ["Show"]
    SiteSettings.objects.filter(site=kemiren.site).update(english_enabled=False)
    answer = get(PORTAL, path)
    assert titles(answer) == ["Pentas"] and "In Indonesian" in answer.text
