"""What a view of a page costs a reader: measured where it arrives, in the browser."""

import json
import re
from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Page

from tests.journeys.support.crawl import ask
from tests.journeys.support.server import JourneyServer

KINDS = ("HTML", "CSS", "scripts", "fonts", "icons", "photos", "others")
PHOTOS = {"image/avif", "image/webp", "image/jpeg", "image/png"}
BY_TYPE = dict.fromkeys(PHOTOS, "photos") | {
    "text/html": "HTML",
    "text/css": "CSS",
    "text/javascript": "scripts",
    "application/javascript": "scripts",
    "font/woff2": "fonts",
    "image/svg+xml": "icons",
}


@dataclass
class Weight:
    """Bytes as they travelled, headers included; what comes from the browser's cache weighs nothing."""

    addresses: list[str] = field(default_factory=list)
    sizes: Counter[str] = field(default_factory=Counter)  # by address
    types: dict[str, str] = field(default_factory=dict)

    @property
    def total(self) -> int:
        return self.sizes.total()

    @property
    def by_kind(self) -> Counter[str]:
        kinds = Counter(dict.fromkeys(KINDS, 0))
        for url, size in self.sizes.items():
            kinds[BY_TYPE.get(self.types.get(url), "others")] += size
        return kinds

    @property
    def without_photos(self) -> int:
        return self.total - self.by_kind["photos"]

    @property
    def hosts(self) -> set[str]:
        return {urlsplit(url).netloc for url in self.addresses}

    def __str__(self):
        return ", ".join(f"{urlsplit(url).path} {size}" for url, size in self.sizes.items())


def weigh(page: Page, url: str) -> Weight:
    """Open an address and wait until nothing more comes."""
    weight, by_id = Weight(), {}
    session = page.context.new_cdp_session(page)

    def asked(event):
        if not event["request"]["url"].startswith("data:"):
            by_id[event["requestId"]] = event["request"]["url"]
            weight.addresses.append(event["request"]["url"])

    def answered(event):
        weight.types[event["response"]["url"]] = event["response"]["mimeType"]

    def loaded(event):
        if address := by_id.get(event["requestId"]):
            weight.sizes[address] += int(event["encodedDataLength"])

    session.on("Network.requestWillBeSent", asked)
    session.on("Network.responseReceived", answered)
    session.on("Network.loadingFinished", loaded)
    session.send("Network.enable")
    page.goto(url, wait_until="networkidle")
    session.detach()
    return weight


def weigh_worker(server: JourneyServer) -> dict[str, int]:
    """Bytes by address of a village's service worker, and of what it fetches when it is installed."""
    root = server.url("kemiren.localhost")
    worker = ask(server, f"{root}/sw.js")
    site = json.loads(re.match(r"const SITE = (.+);", worker.text)[1])
    # Stylesheet, font, motif and the script that registers it have come with the page already.
    fetched = [path for path in site["shell"] if path.endswith(".js") and "/offline." not in path]
    fetched += [address for _start, address in site["offline"]]
    sizes = {address: len(ask(server, f"{root}{address}").body) for address in fetched}
    return {"/sw.js": len(worker.body)} | sizes
