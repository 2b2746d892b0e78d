"""What readers get of the server itself, with all its processes, is what stands in the database."""

import json
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.journeys.support.crawl import ask
from tests.journeys.support.relay import relay_to
from tests.journeys.support.server import JourneyServer

LIST = "/pengumuman/"
PUBLISH = """
from sites.models import AnnouncementIndexPage, AnnouncementPage, Village
home = Village.objects.get(site__hostname="kemiren.localhost").site.root_page
parent = AnnouncementIndexPage.objects.child_of(home).get()
page = AnnouncementPage(title="Tanda di semua proses", locale=parent.locale, live=False)
parent.add_child(instance=page)
page.save_revision().publish()
"""
WITHDRAW = """
from sites.models import AnnouncementPage
AnnouncementPage.objects.get(title="Tanda di semua proses").unpublish()
"""
OVERTAKE = """
from sites.page_cache.counters import generations
generations().bump(["everything", "regency"])
"""
# More than the server has processes, so that each is asked.
TIMES = 40


def texts(server, path, host="kemiren.localhost"):
    with ThreadPoolExecutor(8) as readers:
        return list(readers.map(lambda _time: ask(server, server.url(host) + path).text, range(TIMES)))


def test_what_a_command_publishes_and_withdraws_shows_at_once_in_each_process(server):
    assert not any("Tanda di semua proses" in text for text in texts(server, LIST))
    server.manage("shell", "--no-imports", "--command", PUBLISH)
    ask(server, server.url("kemiren.localhost") + LIST)
    assert all("Tanda di semua proses" in text for text in texts(server, LIST))
    server.manage("shell", "--no-imports", "--command", WITHDRAW)
    ask(server, server.url("kemiren.localhost") + LIST)
    assert not any("Tanda di semua proses" in text for text in texts(server, LIST))


def test_what_comes_from_the_cache_says_the_same_as_what_django_makes(server):
    """A reader with a session that is none goes past the cache."""
    for host in ("localhost", "kemiren.localhost", "tamansari.localhost"):
        for path in ("/", "/en/", LIST, "/layanan/", "/pasar/", "/budaya/"):
            kept = ask(server, server.url(host) + path)
            made = ask(server, server.url(host) + path, Cookie="sessionid=none")
            assert (kept.status, kept.text) == (made.status, made.text), host + path


def test_no_page_reads_rows_or_parameters_that_it_has_not_told_the_cache_of(server):
    assert json.loads(server.python("-m", "tests.journeys.support.rows_read")) == {}


@pytest.mark.look
def test_no_page_is_kept_beyond_a_time_at_which_it_would_say_something_else(server):
    assert json.loads(server.python("-m", "tests.journeys.support.clock")) == {}


@pytest.fixture
def lonely(server, tmp_path):
    """A server of its own, and a function that takes the database away from it."""
    (tmp_path / "static").symlink_to(Path(server.environment["DATA_DIR"]) / "static")
    address = urlsplit(server.environment["DATABASE_URL"])
    with (
        on_a_copy(server, tmp_path)
        if address.scheme == "sqlite"
        else through_a_relay(address, tmp_path) as found
    ):
        yield found


@contextmanager
def through_a_relay(address, tmp_path):
    with relay_to(address.hostname, address.port) as relay:
        there = address._replace(netloc=f"{address.username}@127.0.0.1:{relay.port}")
        lonely = JourneyServer(tmp_path, there.geturl())
        with lonely.beside(lonely.port, WEB_WORKERS="2", PUBLIC_PORT=str(lonely.port)):
            yield lonely, relay.cut


@contextmanager
def on_a_copy(server, tmp_path):
    folder = Path(server.environment["DATA_DIR"])
    lonely = JourneyServer(tmp_path, f"sqlite:///{tmp_path / 'db.sqlite3'}")
    with closing(sqlite3.connect(folder / "db.sqlite3")) as database:
        database.execute("VACUUM INTO ?", [str(tmp_path / "db.sqlite3")])
    with closing(sqlite3.connect(tmp_path / "db.sqlite3")) as database, database:
        database.execute("UPDATE wagtailcore_site SET port = ?", [lonely.port])

    def take_away():
        database = tmp_path / "db.sqlite3"
        database.rename(database.with_name("away"))
        database.mkdir()

    # So that each request opens the file anew.
    with lonely.beside(lonely.port, WEB_WORKERS="2", CONN_MAX_AGE="0"):
        yield lonely, take_away


def test_kept_pages_go_on_while_the_database_is_away(lonely):
    lonely, take_away = lonely
    pages = [("kemiren.localhost", "/"), ("kemiren.localhost", LIST), ("localhost", "/")]
    before = {page: texts(lonely, page[1], page[0])[0] for page in pages}
    take_away()
    assert ask(lonely, lonely.url("kemiren.localhost") + "/cari/?q=tari").status >= 500
    for _before_and_after_a_change in range(2):
        for (host, path), text in before.items():
            assert set(texts(lonely, path, host)) == {text}
        lonely.python("manage.py", "shell", "--no-imports", "--command", OVERTAKE)
