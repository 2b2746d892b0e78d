"""What many do at the same moment, against a real database: of PostgreSQL where the tests run on it, else a
file of SQLite. The same form asks once, and who tries codes from many threads has no more tries.
"""

import json
from functools import partial

import pytest

from tests.sites.newsletter import databases
from tests.sites.newsletter.databases import copy_of, empty_database

PEOPLE, TIMES = 6, 4
# Brings the database about that the others are copied from.
pytestmark = pytest.mark.django_db
run = partial(databases.run, "tests.services.crowd")


@pytest.fixture(scope="module")
def filled(django_db_setup, django_db_blocker, tmp_path_factory):
    """A database with one service."""
    folder = tmp_path_factory.mktemp("filled")
    with django_db_blocker.unblock(), empty_database(folder) as address:
        run(address, folder, "fill")
        yield address


def test_each_of_them_asks_once_and_every_send_leads_to_the_same_page(filled, tmp_path):
    with copy_of(filled, tmp_path) as address:
        lines = run(address, tmp_path, "come", str(PEOPLE), str(TIMES)).splitlines()
        found = json.loads(run(address, tmp_path, "look"))
    led_to: dict[str, set[str]] = {}
    for line in lines:
        number, said = line.split(" ", 1)
        led_to.setdefault(number, set()).add(said)
    assert len(lines) == PEOPLE * TIMES and len(led_to) == PEOPLE
    assert all(len(pages) == 1 and min(pages).startswith("/") for pages in led_to.values()), led_to
    assert found == {
        "ServiceRequest": PEOPLE,
        "RequestEntry": PEOPLE,
        "RequestFigure": PEOPLE,
        "letters": PEOPLE,
    }


def test_a_hundred_tries_at_once_are_no_more_than_one_after_the_other(filled, tmp_path):
    with copy_of(filled, tmp_path) as address:
        said = [line.split()[1] for line in run(address, tmp_path, "guess", "10", "10").splitlines()]
    assert len(said) == 100 and set(said) == {"404", "429"} and said.count("404") <= 20
