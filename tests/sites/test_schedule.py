"""The schedule: what it does at each look, what once an hour, and what can't end it."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import OperationalError

from sites.management.commands import run_schedule
from sites.management.commands.run_schedule import DELETE_EVERY, Schedule

HOURLY, AT_EACH_LOOK = settings.SCHEDULED_HOURLY, settings.SCHEDULED_AT_EACH_LOOK
CALLS = ["publish_scheduled", "delete_expired", *HOURLY, "send_newsletters", *AT_EACH_LOOK]


@pytest.fixture
def called(monkeypatch):
    """The commands that were called; `faults` says which end with an error."""

    class Called(list):
        faults: dict = {}

    called = Called()

    def call(name, **_options):
        called.append(name)
        if error := called.faults.get(name):
            raise error

    monkeypatch.setattr(run_schedule, "call_command", call)
    return called


@pytest.fixture
def clock(monkeypatch):
    class Clock:
        seconds = 0.0

    monkeypatch.setattr(run_schedule, "monotonic", lambda: Clock.seconds)
    return Clock


@pytest.mark.parametrize("faulty", CALLS)
def test_a_fault_in_one_thing_keeps_nothing_else_from_being_done(called, caplog, faulty):
    called.faults = {faulty: UnicodeError("label too long")}
    call_command("run_schedule", once=True)
    assert called == CALLS
    assert f"{faulty} failed" in caplog.text and "Traceback" in caplog.text


def test_a_busy_database_is_waited_for_and_is_no_fault(called, caplog):
    called.faults = dict.fromkeys(CALLS, OperationalError("locked"))
    call_command("run_schedule", once=True)
    assert called == CALLS
    assert {record.levelname for record in caplog.records} == {"WARNING"}


def test_it_deletes_when_it_begins_and_then_once_an_hour(called, clock):
    schedule = Schedule()
    deleted = []
    for clock.seconds in range(0, 2 * DELETE_EVERY + 1, 20):
        schedule.look()
        if "delete_expired" in called:
            deleted.append(timedelta(seconds=clock.seconds))
        called.clear()
    assert deleted == [timedelta(hours=hour) for hour in range(3)]
