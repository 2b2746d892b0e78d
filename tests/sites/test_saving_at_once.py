"""What is published stays so, though the editor saves the page by itself at the same moment: against a real
database, of PostgreSQL where the tests run on it, else a file of SQLite.
"""

from functools import partial

import pytest

from .newsletter import databases
from .newsletter.databases import copy_of, empty_database
from .saving_crowd import DRAFTS

# Brings the database about that the others are copied from.
pytestmark = pytest.mark.django_db
run = partial(databases.run, "tests.sites.saving_crowd")


@pytest.fixture(scope="module")
def filled(django_db_setup, django_db_blocker, tmp_path_factory):
    """A database with the drafts of one village."""
    folder = tmp_path_factory.mktemp("filled")
    with django_db_blocker.unblock(), empty_database(folder) as address:
        run(address, folder, "fill")
        yield address


def test_an_autosave_under_way_takes_no_published_page_back(filled, tmp_path):
    with copy_of(filled, tmp_path) as address:
        said = run(address, tmp_path, "come").splitlines()
        live = run(address, tmp_path, "look").strip()
    assert said.count("published 302") == DRAFTS
    assert len(said) == 2 * DRAFTS and set(said) <= {"published 302", "by itself 200", "by itself 400"}, said
    assert live == str(DRAFTS)
