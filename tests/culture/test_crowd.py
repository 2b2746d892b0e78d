"""A crowd at once, from several processes with many threads, against a real database: of PostgreSQL where
the tests run on it, else a file of SQLite. And a process that is killed amid the run.
"""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sites.newsletter.databases import copy_of, empty_database

from .crowd import name_of

ROOT = Path(__file__).resolve().parents[2]
PEOPLE, SEATS, PROCESSES = 200, 20, 4
EACH = PEOPLE // PROCESSES
# Brings the database about that the others are copied from.
pytestmark = pytest.mark.django_db


class Crowd:
    """People who come to a database, and what is found there afterwards."""

    def __init__(self, address: str, folder: Path):
        settings = {"DATABASE_URL": address, "DATA_DIR": str(folder)}
        settings["DJANGO_SETTINGS_MODULE"] = "config.settings.test"
        self.environment = {**os.environ, **settings}

    def run(self, *arguments: str) -> subprocess.Popen:
        command = [sys.executable, "-m", "tests.culture.crowd", *arguments]
        return subprocess.Popen(
            command, cwd=ROOT, env=self.environment, stdout=subprocess.PIPE, text=True, bufsize=1
        )

    def come(self, process: int, way: str = "function") -> subprocess.Popen:
        return self.run("come", str(process * EACH), str((process + 1) * EACH), way)

    def look(self) -> dict:
        return json.loads(self.run("look").communicate()[0])


def confirmed(lines: str) -> dict[int, str]:
    """What was said to each person: the key of the registration, or what went wrong."""
    return {int(number): said for number, said in (line.split(" ", 1) for line in lines.splitlines())}


@pytest.fixture(scope="module")
def filled(django_db_setup, django_db_blocker, tmp_path_factory):
    """A database with one class."""
    folder = tmp_path_factory.mktemp("filled")
    with django_db_blocker.unblock(), empty_database(folder) as address:
        assert Crowd(address, folder).run("fill", str(SEATS)).wait() == 0
        yield address


@pytest.fixture
def crowd(filled, tmp_path):
    with copy_of(filled, tmp_path) as address:
        yield Crowd(address, tmp_path)


def all_are_in(found: dict, said: dict[int, str]) -> None:
    """200 people: 20 seats, then the waiting list in the order of arrival; nobody lost, nobody twice."""
    registrations = found["registrations"]
    assert [number for _key, number, *_rest in registrations] == list(range(1, PEOPLE + 1))
    states = [state for *_rest, state in registrations]
    assert states == ["seated"] * SEATS + ["waiting"] * (PEOPLE - SEATS)
    names = {str(key): name for key, _number, name, _state in registrations}
    assert len(set(names.values())) == PEOPLE
    assert {number: names.get(key, key) for number, key in said.items()} == {
        number: name_of(number) for number in range(PEOPLE)
    }


def test_of_200_people_at_once_20_have_a_seat_and_180_wait_in_the_order_of_arrival(crowd):
    ways = ["function"] * (PROCESSES - 1) + ["http"]
    running = [crowd.come(number, way) for number, way in enumerate(ways)]
    said = confirmed("".join(process.communicate()[0] for process in running))
    found = crowd.look()
    all_are_in(found, said)
    # Each is told by a letter that waits in the same database.
    assert found["letters"] == PEOPLE


def test_killed_amid_the_run_nobody_is_lost_who_was_confirmed_and_trying_again_is_safe(crowd):
    running = [crowd.come(number) for number in range(PROCESSES)]
    victim = running[0]
    before = "".join(victim.stdout.readline() for _person in range(EACH // 5))
    os.kill(victim.pid, signal.SIGKILL)
    # Some lines were said before the signal came.
    before += victim.communicate()[0].rpartition("\n")[0]
    assert victim.returncode == -signal.SIGKILL
    others = "".join(process.communicate()[0] for process in running[1:])
    kept = {str(key): name for key, _number, name, _state in crowd.look()["registrations"]}
    first = confirmed(before)
    assert {number: kept[key] for number, key in first.items()} == {
        number: name_of(number) for number in first
    }
    again = confirmed(crowd.come(0).communicate()[0])
    assert first.items() <= again.items()
    all_are_in(crowd.look(), again | confirmed(others))
