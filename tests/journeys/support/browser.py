"""Debian's Chromium, and a watch over each page: no other host, no refused or broken resource, no error."""

import os
import shutil
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Playwright, Request

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# Where an order leads a reader; journeys answer in its place.
CHAT = "https://wa.me/"
# What browsers say where the line is cut; the second one where a service worker has no copy either.
CUT = ("net::ERR_INTERNET_DISCONNECTED", "net::ERR_FAILED")
WHOLE = ["chromium", "chromium-browser", "google-chrome"]
# The first one has no window, not even an unseen one, and takes half the time.
NAMES = ["chromium-headless-shell", *WHOLE]


def launch(playwright: Playwright, *flags: str) -> Browser:
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    assert path, "Chromium is not installed; scripts/system_needs.sh installs it"
    return playwright.chromium.launch(executable_path=path, args=[*FLAGS, *flags])


def is_own_host(url: str) -> bool:
    address = urlsplit(url)
    return address.scheme in {"data", "blob", "about"} or f".{address.hostname}".endswith(".localhost")


class PageWatch:
    """Collects what a good page never does. A cut line is no fault, nor a 404 that the visitor asked for."""

    def __init__(self, page: Page):
        self.faults: list[str] = []
        self.visited: set[str] = set()
        page.on("request", self.on_request)
        page.on("console", self.on_console)
        page.on("pageerror", self.on_error)

    def on_request(self, request: Request) -> None:
        if request.is_navigation_request():
            self.visited.add(request.url)
        is_order = request.is_navigation_request() and request.url.startswith(CHAT)
        if not is_order and not is_own_host(request.url):
            self.faults.append(f"another host: {request.url}")

    def on_error(self, error: Error) -> None:
        # Where two pages follow one another too quickly to be faded into one another.
        if not str(error).startswith("Transition was"):
            self.faults.append(f"script error: {error}")

    def on_console(self, message: ConsoleMessage) -> None:
        asked_for = message.text.startswith("Failed to load") and message.location["url"] in self.visited
        if message.type == "error" and not asked_for and not message.text.endswith(CUT):
            self.faults.append(f"console: {message.text} ({message.location['url']})")
