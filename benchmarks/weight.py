"""Bytes and time to the largest paint of one page of each type, on the demo and the real server.

    .venv/bin/python -m benchmarks.weight [name of a page …]

Bytes are those that travel, headers included: of the first view, and of a second one with the browser's
cache. The service worker, which comes in the background after the first view of a site, stands in a line
of its own. Times are in milliseconds, by the browser's own clock, on two emulated lines with a processor
slowed four times. Beside each is the least that the line allows: the page, then what it names, each after
one wait, and the bytes of HTML, stylesheets and the picture that is the largest paint, if it is one.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from playwright.sync_api import Browser, BrowserContext, sync_playwright

from benchmarks import results
from tests.journeys.support.browser import launch
from tests.journeys.support.demo import fill_with_demo
from tests.journeys.support.pages import TYPES
from tests.journeys.support.server import JourneyServer
from tests.journeys.support.weighing import KINDS, Weight, weigh, weigh_worker

PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2, "locale": "id-ID"}
SLOWER = 4
VIEWS = ("first view", "repeat view")
# The targets, of what travels without photos.
MOST_BYTES = (45_000, 10_000)
# The one that the largest paint showed, known once the page has settled.
LARGEST_PAINT = """() => new Promise((resolve) => new PerformanceObserver((list) => {
  const { startTime, url } = list.getEntries().at(-1);
  resolve([startTime, url]);
}).observe({ type: "largest-contentful-paint", buffered: true }))"""


class Line(NamedTuple):
    """As Chromium's developer tools emulate it: `wait` holds for each request and stands for round trips."""

    name: str
    bits: int  # in a second, both ways
    wait: float  # milliseconds

    def least(self, size: int) -> float:
        """Milliseconds: two requests, one after the other, and the bytes of both."""
        return 2 * self.wait + size * 8 / self.bits * 1000


LINES = [Line("Slow 3G", 400_000, 5 * 400), Line("Slow 4G", 1_440_000, 3.75 * 150)]


def main(names: list[str]) -> None:
    samples = [sample for sample in TYPES if not names or sample.name in names]
    with TemporaryDirectory() as folder, demo_server(Path(folder)) as server, sync_playwright() as playwright:
        browser = launch(playwright)
        pages = {sample.name: measure(browser, sample.url(server)) for sample in samples}
        browser.close()
        worker = weigh_worker(server)
    print_tables(pages)
    print(f"\nservice worker of a site and what it keeps at first: {sum(worker.values())} bytes")
    print(*heaviest(pages), sep="\n")
    lines = [line._asdict() for line in LINES]
    results.write("weight", {"lines": lines, "slower": SLOWER, "pages": pages, "service worker": worker})


@contextmanager
def demo_server(folder: Path) -> Iterator[JourneyServer]:
    server = JourneyServer(folder, f"sqlite:///{folder / 'db.sqlite3'}")
    fill_with_demo(server)
    with server.running():
        yield server


def measure(browser: Browser, url: str) -> dict:
    with visitor(browser) as context:
        first, second = (weigh(context.new_page(), url) for _view in range(2))
    found = dict(zip(VIEWS, (figures_of(first), figures_of(second)), strict=True))
    for line in LINES:
        with visitor(browser) as context:
            found[line.name] = paint(context, url, line, first)
    return found


@contextmanager
def visitor(browser: Browser) -> Iterator[BrowserContext]:
    """Somebody who has never been there."""
    context = browser.new_context(**PHONE, service_workers="block")
    yield context
    context.close()


def figures_of(weight: Weight) -> dict[str, int]:
    return dict(weight.by_kind) | {"without photos": weight.without_photos}


def paint(context: BrowserContext, url: str, line: Line, weight: Weight) -> dict[str, int]:
    """Return milliseconds: to the largest paint, and the least possible for what it showed."""
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    rate = line.bits / 8
    throughput = {"downloadThroughput": rate, "uploadThroughput": rate}
    session.send("Network.emulateNetworkConditions", {"offline": False, "latency": line.wait, **throughput})
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(url, wait_until="networkidle", timeout=120_000)
    taken, picture = page.evaluate(LARGEST_PAINT)
    kinds = weight.by_kind
    size = kinds["HTML"] + kinds["CSS"] + weight.sizes[picture]
    return {"largest paint": round(taken), "least": round(line.least(size))}


def print_tables(pages: dict[str, dict]) -> None:
    for view in VIEWS:
        headings = [f"{view}, bytes", *KINDS, "without photos"]
        print(results.table(headings, ([name, *found[view].values()] for name, found in pages.items())))
        print()
    headings = [f"{line.name} {what}" for line in LINES for what in ("paint ms", "least", "ratio")]
    print(results.table(["page", *headings], ([name, *times(found)] for name, found in pages.items())))


def heaviest(pages: dict[str, dict]) -> Iterator[str]:
    for view, most in zip(VIEWS, MOST_BYTES, strict=True):
        name = max(pages, key=lambda name: pages[name][view]["without photos"])
        size = pages[name][view]["without photos"]
        yield f"heaviest {view} without photos: {name}, {size} bytes (≤ {most})"


def times(found: dict) -> Iterator:
    for line in LINES:
        taken, least = found[line.name].values()
        yield from (taken, least, f"{taken / least:.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
