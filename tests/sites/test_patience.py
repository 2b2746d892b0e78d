"""Writing while a crowd writes: a busy database is asked again, any other fault is not."""

import pytest
from django.db import OperationalError

from sites.patience import TRIES, patient


class Database:
    def __init__(self, *faults: str):
        self.faults = list(faults)
        self.asked = 0

    def write(self) -> str:
        self.asked += 1
        if self.faults:
            raise OperationalError(self.faults.pop(0))
        return "written"


def test_what_was_busy_is_tried_again():
    database = Database("database is locked", "database is locked")
    assert patient(database.write)() == "written"


def test_a_database_that_stays_busy_is_a_fault_in_the_end():
    database = Database(*["database is locked"] * 9)
    with pytest.raises(OperationalError):
        patient(database.write)()
    assert database.asked == TRIES


def test_another_fault_is_not_tried_again():
    database = Database("no such table")
    with pytest.raises(OperationalError):
        patient(database.write)()
    assert database.asked == 1
