"""What is asked of a page that is only looked at: axe, and small scripts of our own in probes/."""

from functools import cache
from pathlib import Path

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

CONTRAST = "color-contrast"
PROBES = Path(__file__).parent / "probes"
ONLY_VIOLATIONS = "(rules) => axe.run(document, {resultTypes: ['violations'], ...rules})"


@cache
def script(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def probe(page: Page, name: str):
    return page.evaluate(script(PROBES / f"{name}.js"))


def axe_faults(page: Page, *rules: str) -> list[str]:
    """What axe-core finds wrong, by all of its rules or those named; its script goes into a page once."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate(ONLY_VIOLATIONS, {"runOnly": list(rules)} if rules else {})["violations"]
    return [f"{fault['id']}: {node['html']}" for fault in found for node in fault["nodes"]]


def fits_the_screen(page: Page) -> bool:
    """Whether nothing must be scrolled sideways; a page that was only just asked for is awaited first."""
    page.wait_for_load_state()
    return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
