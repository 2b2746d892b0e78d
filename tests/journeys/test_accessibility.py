"""axe-core on every page type, light and dark, on phones and on a wide screen."""

import pytest

from tests.journeys.support.looking import CONTRAST, axe_faults, fits_the_screen
from tests.journeys.support.pages import SAMPLES

pytestmark = [pytest.mark.look, pytest.mark.usefixtures("new_village")]
WIDTHS = [320, 390, 1280]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_a_page_has_no_accessibility_fault(look_at, sample):
    # Without motion, so that no colour is met half-way from light to dark.
    page = look_at(sample, reduced_motion="reduce")
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 844})
        assert fits_the_screen(page), width
        found += [f"{width}: {fault}" for fault in axe_faults(page)]
    # The dark mode changes colours and nothing else.
    page.emulate_media(color_scheme="dark")
    for width in WIDTHS[1:]:
        page.set_viewport_size({"width": width, "height": 844})
        found += [f"{width} dark: {fault}" for fault in axe_faults(page, CONTRAST)]
    assert not found
