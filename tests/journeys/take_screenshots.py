"""Pictures of each page type for docs/screenshots/: `make screenshots`. No part of test runs."""

import io

import pytest
from PIL import Image

from tests.journeys.support.pages import NEW_VILLAGE, SAMPLES, go
from tests.journeys.support.server import ROOT

FOLDER = ROOT / "docs" / "screenshots"
VIEWS = {"phone": (390, 844), "desktop": (1280, 900)}
LONGEST = 1500  # pixels; what lies further down is not needed to judge a page
QUALITY = 30


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_take_screenshots(open_page, server, sample, request):
    if sample.host == NEW_VILLAGE:  # not before: the portal is pictured as `make run` shows it
        request.getfixturevalue("new_village")
    page = open_page(reduced_motion="reduce")
    go(sample, page, server)
    for view, (width, height) in VIEWS.items():
        page.set_viewport_size({"width": width, "height": height})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            page.evaluate("document.querySelectorAll('img').forEach(img => { img.loading = 'eager' })")
            page.wait_for_load_state("networkidle")
            tall = min(LONGEST, page.evaluate("document.documentElement.scrollHeight"))
            page.set_viewport_size({"width": width, "height": tall})
            picture = Image.open(io.BytesIO(page.screenshot()))
            picture.save(FOLDER / f"{sample.name}-{view}-{scheme}.webp", quality=QUALITY, method=6)
            page.set_viewport_size({"width": width, "height": height})
