from datetime import datetime, timedelta

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from sites import maintenance


@pytest.fixture(autouse=True)
def own_data_folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    return tmp_path


def ask(path="/", method="get", **headers):
    return getattr(Client(HTTP_HOST="kemiren.localhost"), method)(path, **headers)


def say(*arguments, capsys):
    call_command("maintenance", *arguments)
    return capsys.readouterr().out


@pytest.mark.parametrize("method", ["get", "head", "post"])
@pytest.mark.parametrize(
    "path", ["/", "/en/", "/pengumuman/", "/admin/", "/media/images/x.jpg", "/sitemap.xml"]
)
def test_maintenance_closes_everything_and_asks_the_database_nothing(path, method):
    """The test itself has no database: any question would end it."""
    maintenance.switch_on()
    answer = ask(path, method)
    assert answer.status_code == 503
    assert answer["Retry-After"] == "600"
    assert answer["Cache-Control"] == "no-store"
    assert not answer.cookies


def test_maintenance_is_told_in_both_languages_with_our_look():
    maintenance.switch_on()
    answer = ask()
    assert "sedang diperbaiki" in answer.text
    assert 'lang="en"' in answer.text and "This site is being repaired" in answer.text
    assert "/static/css/site.css" in answer.text
    assert "{until" not in answer.text and "WIB" not in answer.text


def test_maintenance_says_until_when_it_lasts():
    maintenance.switch_on(maintenance.as_local(datetime(2100, 8, 17, 14, 30)))
    answer = ask()
    assert "17 Agustus 2100, 14.30 WIB" in answer.text
    assert "17 August 2100" in answer.text
    assert int(answer["Retry-After"]) > 86400


def test_an_end_that_has_passed_is_not_promised_again():
    maintenance.switch_on(timezone.now() - timedelta(minutes=1))
    answer = ask()
    assert "WIB" not in answer.text
    assert answer["Retry-After"] == "600"


@pytest.mark.parametrize("text", ["", "nanti", "2100-08-17T14:30", "\x00"])
def test_a_file_made_by_hand_closes_the_sites_as_well(own_data_folder, text):
    (own_data_folder / "maintenance").write_text(text)
    assert ask().status_code == 503


def test_programs_get_one_line():
    maintenance.switch_on()
    answer = ask(headers={"Accept": "application/json"})
    assert answer.text == "503 Service Unavailable\n"
    assert answer["Retry-After"] == "600"


def test_the_health_check_is_answered_as_ever(db):
    maintenance.switch_on()
    assert ask("/healthz").status_code == 200


def test_sites_open_again_at_once(kemiren):
    maintenance.switch_on()
    assert ask().status_code == 503
    maintenance.switch_off()
    assert ask().status_code == 200


def test_the_command_closes_opens_and_tells(capsys):
    assert "open" in say("status", capsys=capsys)
    assert "closed" in say("on", "--until", "2100-08-17 14:30", capsys=capsys)
    assert "17 August 2100" in say("status", capsys=capsys)
    assert "closed" in say("on", capsys=capsys)
    assert maintenance.expected_end() is None
    assert "open" in say("off", capsys=capsys)
    assert "open" in say("off", capsys=capsys)
    assert not maintenance.is_on()


@pytest.mark.parametrize("until", ["besok", "2020-01-01 08:00", "25:00", "14:3x"])
def test_the_command_refuses_an_end_it_cannot_read_or_that_has_passed(until):
    with pytest.raises(CommandError):
        call_command("maintenance", "on", "--until", until)
    assert not maintenance.is_on()


@pytest.mark.parametrize(
    ("text", "end"),
    [("14:30", "2026-05-09 14:30"), ("14.30", "2026-05-09 14:30"), ("08:00", "2026-05-10 08:00")],
)
def test_a_time_without_a_day_is_the_next_one(text, end):
    now = maintenance.as_local(datetime(2026, 5, 9, 9, 0))
    assert maintenance.parse_end(text, now).strftime("%Y-%m-%d %H:%M") == end
