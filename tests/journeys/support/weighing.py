"""What the first view of a page costs a reader: measured where it arrives, in the browser."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Page

PICTURES = {"image/avif", "image/webp", "image/jpeg", "image/png"}


@dataclass
class Weight:
    """Bytes as they travelled, headers included; what comes from the browser's cache weighs nothing."""

    addresses: list[str] = field(default_factory=list)
    sizes: dict[str, int] = field(default_factory=dict)  # by address
    types: dict[str, str] = field(default_factory=dict)

    @property
    def total(self) -> int:
        return sum(self.sizes.values())

    @property
    def without_pictures(self) -> int:
        return sum(size for url, size in self.sizes.items() if self.types.get(url) not in PICTURES)

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
            weight.sizes[address] = weight.sizes.get(address, 0) + int(event["encodedDataLength"])

    session.on("Network.requestWillBeSent", asked)
    session.on("Network.responseReceived", answered)
    session.on("Network.loadingFinished", loaded)
    session.send("Network.enable")
    page.goto(url, wait_until="networkidle")
    session.detach()
    return weight
