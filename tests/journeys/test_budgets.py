"""Weight: what each page type costs a reader with little data, on the demo content and the real server."""

import json
import re
from urllib.parse import urljoin

import pytest

from tests.journeys.support.crawl import ask, read
from tests.journeys.support.pages import SAMPLES, go
from tests.journeys.support.server import ROOT, JourneyServer
from tests.journeys.support.weighing import weigh

pytestmark = [pytest.mark.look, pytest.mark.usefixtures("new_village")]
KILOBYTE = 1024
CSS, SCRIPTS, FONT = 12 * KILOBYTE, 8 * KILOBYTE, 40 * KILOBYTE
FIRST_VIEW, WITH_PICTURES, SECOND_VIEW = 60 * KILOBYTE, 150 * KILOBYTE, 15 * KILOBYTE
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
    assert first.without_pictures <= FIRST_VIEW, first
    assert first.total <= WITH_PICTURES, first
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
    root = server.url("kemiren.localhost")
    worker = ask(server, f"{root}/sw.js")
    assert len(worker.body) <= WORKER
    site = json.loads(re.match(r"const SITE = (.+);", worker.text)[1])
    # Stylesheet, font, motif and the script that registers it have come with the page already.
    fetched = [path for path in site["shell"] if path.endswith(".js") and "/offline." not in path]
    fetched += [address for _start, address in site["offline"]]
    sizes = {address: len(ask(server, f"{root}{address}").body) for address in fetched}
    assert len(worker.body) + sum(sizes.values()) <= KEPT_AT_FIRST, sizes


def test_there_is_one_light_font(server):
    (font,) = (ROOT / "static" / "fonts").glob("*.woff2")
    assert len(ask(server, f"{server.url()}/static/fonts/{font.name}").body) <= FONT


def test_what_a_reader_does_sets_no_cookie(open_page, server):
    page = open_page()
    for sample in SAMPLES:
        go(sample, page, server)
        page.unroute_all()
    assert not page.context.cookies()
