"""Every page type by keyboard alone: all is reached in order, the focus is seen, nothing holds it."""

import pytest

from tests.journeys.support.looking import probe
from tests.journeys.support.pages import SAMPLES, TYPES

pytestmark = [pytest.mark.look, pytest.mark.usefixtures("new_village")]
MOST_STEPS_BETWEEN = 8  # parts that scroll are stops of their own


def walk(page) -> tuple[list[str], list[dict]]:
    """Press Tab until the page is left. Returns what should be reached, and each step."""
    stops = probe(page, "keyboard")
    steps = first_step(page)
    for _ in range(len(stops) + MOST_STEPS_BETWEEN):
        page.keyboard.press("Tab")
        step = page.evaluate("whereIsTheFocus()")
        if step.get("leaves") or (steps and step["index"] == 0):
            return stops, steps
        steps.append(step)
    raise AssertionError(f"The focus does not leave the page; last at {steps[-1]['label']}")


def first_step(page) -> list[dict]:
    """A form that comes back begins at its errors, half way down: there the walk starts at the top."""
    if page.evaluate("document.activeElement === document.body"):
        return []
    page.evaluate("document.querySelector('a[href]').focus()")
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    return [page.evaluate("whereIsTheFocus()")]


@pytest.mark.parametrize(
    ("sample", "width"),
    # A wide screen has the same parts in the same order, beside one another: one of each type shows that.
    [(sample, 390) for sample in SAMPLES] + [(sample, 1280) for sample in TYPES],
    ids=lambda part: getattr(part, "name", part),
)
def test_the_keyboard_reaches_everything_in_order_and_shows_where_it_is(look_at, sample, width):
    stops, steps = walk(look_at(sample, viewport={"width": width, "height": 844}))
    steps = [step for step in steps if step["index"] >= 0]
    assert [step["label"] for step in steps] == stops
    assert not [step["label"] for step in steps if not step["visible"]], "the focus is not seen"
    assert not [step["label"] for step in steps if step["covered"]], "the focus is covered"


@pytest.mark.parametrize("path", ["/", "/pengumuman/", "/profil-desa/"])
def test_the_keyboard_reaches_the_content_first(open_page, village_url, path):
    page = open_page()
    page.goto(village_url("kemiren") + path)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
