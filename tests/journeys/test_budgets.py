"""Weight: what each page type costs a reader with little data, on the demo content and the real server."""

import re
from urllib.parse import urljoin

import pytest

from tests.journeys.support.crawl import ask, read
from tests.journeys.support.pages import SAMPLES, go
from tests.journeys.support.server import ROOT, JourneyServer
from tests.journeys.support.weighing import weigh, weigh_worker

pytestmark = [pytest.mark.look, pytest.mark.usefixtures("new_village")]
KILOBYTE = 1024
CSS, SCRIPTS, FONT = 12 * KILOBYTE, 8 * KILOBYTE, 40 * KILOBYTE
FIRST_VIEW, WITH_PHOTOS, SECOND_VIEW = 45 * KILOBYTE, 150 * KILOBYTE, 10 * KILOBYTE
MOST_REQUESTS = 12
WORKER, KEPT_AT_FIRST = 4 * KILOBYTE, 15 * KILOBYTE
SCRIPT = re.compile(r'<script type="module" src="([^"]+)"')
IMPORTED = re.compile(r"""(?:from|import)\s*["'](\./[\w.-]+\.js)["']""")
STYLESHEET = re.compile(r'<link rel="stylesheet" href="([^"]+)"')

PAGES = [sample for sample in SAMPLES if not sample.stage]
every_page = pytest.mark.parametrize("sample", PAGES, ids=lambda sample: sample.name)


@every_page
def test_the_html_of_a_page_is_light(server, sample):
    answer = read(server, sample.url(server))
    assert answer.headers["Content-Encoding"] == "gzip"
    assert len(answer.body) <= sample.html_kilobytes * KILOBYTE


@every_page
def test_the_first_and_the_second_view_of_a_page_are_light(open_page, server, sample):
    page = open_page()
    first = weigh(page, sample.url(server))
    assert first.without_photos <= FIRST_VIEW, first
    assert first.total <= WITH_PHOTOS, first
    assert len(first.addresses) <= MOST_REQUESTS, first
    assert first.hosts == {page.url.split("/")[2]}, first
    assert not page.context.cookies()
    again = page.context.new_page()
    second = weigh(again, page.url)
    assert second.total <= SECOND_VIEW, second


def test_the_stylesheet_is_one_light_file(server):
    html = ask(server, f"{server.url('kemiren.localhost')}/").text
    (path,) = STYLESHEET.findall(html)
    assert len(ask(server, f"{server.url()}{path}").body) <= CSS


def scripts_of(server: JourneyServer, url: str) -> dict[str, int]:
    """What the scripts of a page weigh, with those that they import; not what somebody's tap loads."""
    waiting, sizes = SCRIPT.findall(read(server, url).text), {}
    while waiting:
        address = urljoin(url, waiting.pop())
        if address not in sizes:
            answer = ask(server, address)
            sizes[address] = len(answer.body)
            waiting += [urljoin(address, name) for name in IMPORTED.findall(answer.text)]
    return sizes


@every_page
def test_the_scripts_of_a_page_are_light(server, sample):
    sizes = scripts_of(server, sample.url(server))
    assert sum(sizes.values()) <= SCRIPTS, sizes


def test_the_service_worker_and_what_it_keeps_at_first_are_light(server):
    sizes = weigh_worker(server)
    assert sizes["/sw.js"] <= WORKER
    assert sum(sizes.values()) <= KEPT_AT_FIRST, sizes


def test_there_is_one_light_font(server):
    (font,) = (ROOT / "static" / "fonts").glob("*.woff2")
    assert len(ask(server, f"{server.url()}/static/fonts/{font.name}").body) <= FONT


def test_what_a_reader_does_sets_no_cookie(open_page, server):
    page = open_page()
    for sample in SAMPLES:
        go(sample, page, server)
        page.unroute_all()
    assert not page.context.cookies()
