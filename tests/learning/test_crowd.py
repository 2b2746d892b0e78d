"""One quiz that arrives many times at the same moment, against a real database: of PostgreSQL where the tests
run on it, else a file of SQLite.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.sites.newsletter.databases import empty_database

ROOT = Path(__file__).resolve().parents[2]
TIMES = 20


@pytest.fixture
def address(django_db_setup, django_db_blocker, tmp_path):
    with django_db_blocker.unblock(), empty_database(tmp_path) as address:
        yield address


def test_a_quiz_that_arrives_20_times_at_once_is_kept_once_and_answered_each_time(address, tmp_path):
    settings = {"DATABASE_URL": address, "DATA_DIR": str(tmp_path)}
    settings["DJANGO_SETTINGS_MODULE"] = "config.settings.test"
    command = [sys.executable, "-m", "tests.learning.crowd", str(TIMES)]
    ran = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **settings}, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    found = json.loads(ran.stdout.splitlines()[-1])
    assert found["said"] == [[200, True]] * TIMES
    assert (found["attempts"], found["milestones"]) == (1, ["completion", "start"])
