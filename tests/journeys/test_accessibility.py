"""axe-core on every page type, light and dark, on phones and on a wide screen."""

import pytest

from tests.journeys.support.looking import axe_faults, fits_the_screen
from tests.journeys.support.pages import SAMPLES, go

pytestmark = [pytest.mark.look, pytest.mark.usefixtures("new_village")]
WIDTHS = [320, 390, 1280]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_a_page_has_no_accessibility_fault(open_page, server, sample):
    # Without motion, so that no colour is met half-way from light to dark.
    page = open_page(reduced_motion="reduce")
    go(sample, page, server)
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 844})
        assert fits_the_screen(page), width
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            found += [f"{width} {scheme}: {fault}" for fault in axe_faults(page)]
    assert not found
