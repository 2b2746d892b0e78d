"""Readers of copies are counted as those for whom the page was made."""

from multiprocessing import get_context

import pytest
from django.db import IntegrityError, OperationalError

from sites.models import PageViews
from tests.factories import sites as factories

from .support import MadeUp, ask, cache_in, write_down

PHONE = "Mozilla/5.0 (Linux; Android 10)"


@pytest.fixture
def address(kemiren):
    page = factories.make_shared(factories.make_office())
    return f"/pengumuman/{page.office.slug}/{page.slug}/"


@pytest.fixture
def views(processes):
    def views():
        for process in processes:
            process.tally.flush()
        return sum(PageViews.objects.values_list("number", flat=True))

    return views


def test_each_reader_counts_once_whether_the_page_was_made_for_them_or_not(processes, address, views):
    for process in (*processes, *processes, *processes):
        assert ask(process, address, USER_AGENT=PHONE).status == 200
    assert views() == 6
    assert views() == 6


@pytest.mark.parametrize("headers", [{"USER_AGENT": "Googlebot/2.1"}, {"SEC_PURPOSE": "prefetch"}])
def test_machines_and_browsers_that_load_ahead_do_not_count(processes, address, views, headers):
    for _time in range(3):
        ask(processes[0], address, **{"USER_AGENT": PHONE} | headers)
    assert views() == 0


def test_a_page_made_for_a_machine_counts_the_readers_after_it(processes, address, views):
    ask(processes[0], address, USER_AGENT="Googlebot/2.1")
    ask(processes[0], address, USER_AGENT=PHONE)
    assert views() == 1


def test_views_wait_while_the_database_is_busy(processes, address, views, monkeypatch):
    def busy(*_arguments):
        raise OperationalError("database is locked")

    for _time in range(3):
        ask(processes[0], address, USER_AGENT=PHONE)
    with monkeypatch.context() as now:
        now.setattr("sites.sharing.counting.add_views", busy)
        processes[0].tally.flush()
    assert views() == 3


def test_views_of_a_page_that_was_deleted_meanwhile_are_let_go(processes, address, views, monkeypatch):
    def gone(*_arguments):
        raise IntegrityError("violates foreign key constraint")

    for _time in range(3):
        ask(processes[0], address, USER_AGENT=PHONE)
    with monkeypatch.context() as now:
        now.setattr("sites.sharing.counting.add_views", gone)
        processes[0].tally.flush()
    # The one for whom Django made the page.
    assert views() == 1


def test_a_process_of_the_server_that_ends_writes_what_it_has_counted(tmp_path):
    counted = (f"{write_down.__module__}.write_down", str(tmp_path / "views"))
    cache = cache_in(tmp_path, MadeUp(counted=counted))

    def serve():
        for _time in range(3):
            ask(cache, USER_AGENT=PHONE)

    process = get_context("fork").Process(target=serve)
    process.start()
    process.join()
    # The first one was counted by Django, which is none here.
    assert (tmp_path / "views").read_text().split() == ["2"]
