"""A cache in front of the server may keep pages for a while, and is told what has changed."""

from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from threading import enumerate as enumerate_threads

import pytest

from sites.page_cache.purging import THREAD, cache_control
from tests.factories import sites as factories

from .support import MadeUp, ask, cache_in

pytestmark = pytest.mark.once


@pytest.fixture
def purged(settings):
    """Addresses that a cache in front has been told to forget."""
    found = []

    class Front(BaseHTTPRequestHandler):
        def do_PURGE(self):
            found.append(f"{self.headers['Host']}{self.path}")
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_arguments):
            """Nothing is written of what is asked."""

    server = HTTPServer(("127.0.0.1", 0), Front)
    Thread(target=server.serve_forever, daemon=True).start()
    settings.PURGE_URL = f"http://127.0.0.1:{server.server_port}"
    yield found
    server.shutdown()
    server.server_close()


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """A context in which changes are committed; the front has been told at its end."""

    @contextmanager
    def committed():
        with django_capture_on_commit_callbacks(execute=True):
            yield
        for thread in enumerate_threads():
            if thread.name == THREAD:
                thread.join()

    return committed


def test_what_is_published_is_purged_with_the_list_and_the_home_above_it(kemiren, purged, committed):
    with committed():
        factories.publish(factories.make_announcement(kemiren, "Kerja bakti", live=False))
    site = kemiren.site
    host = site.hostname if site.port in (80, 443) else f"{site.hostname}:{site.port}"
    assert set(purged) == {f"{host}{path}" for path in ("/", "/pengumuman/", "/pengumuman/kerja-bakti/")}


def test_what_is_withdrawn_is_purged(kemiren, purged, committed):
    page = factories.make_announcement(kemiren, "Kerja bakti")
    with committed():
        page.unpublish()
    assert any(address.endswith("/pengumuman/kerja-bakti/") for address in purged)


def test_what_is_deleted_is_purged(kemiren, purged, committed):
    page = factories.make_announcement(kemiren, "Kerja bakti")
    with committed():
        page.delete()
    assert any(address.endswith("/pengumuman/kerja-bakti/") for address in purged)


def test_what_gets_another_address_is_purged_at_the_former_one(kemiren, purged, committed):
    page = factories.make_announcement(kemiren, "Kerja bakti")
    with committed():
        page.slug = "gotong-royong"
        factories.publish(page)
    with committed():
        page.move(factories.home(kemiren), "last-child")
    former = {"/pengumuman/kerja-bakti/", "/pengumuman/gotong-royong/", "/gotong-royong/"}
    assert former <= {address.partition("/")[1] + address.partition("/")[2] for address in purged}


def test_a_front_that_is_away_does_not_keep_anybody_from_publishing(kemiren, settings, committed):
    settings.PURGE_URL = "http://127.0.0.1:1"
    with committed():
        page = factories.publish(factories.make_announcement(kemiren, "Kerja bakti", live=False))
    assert page.live


def test_shared_caches_may_keep_a_page_for_a_while_and_browsers_ask_each_time(tmp_path):
    cache = cache_in(tmp_path, MadeUp(headers={"Cache-Control": "no-cache"}), control=cache_control(60))
    control = ask(cache).headers["Cache-Control"]
    assert control == "public, max-age=0, must-revalidate, s-maxage=60"


def test_without_one_all_ask_each_time(tmp_path):
    cache = cache_in(tmp_path, MadeUp(headers={"Cache-Control": "no-cache"}))
    assert ask(cache).headers["Cache-Control"] == "no-cache"
