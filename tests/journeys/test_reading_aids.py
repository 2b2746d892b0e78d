"""Every page type as people set their phones: large text, zoom, own colours, no motion, and big fingers."""

import pytest

from tests.journeys.support.browser import launch
from tests.journeys.support.looking import fits_the_screen, probe
from tests.journeys.support.pages import SAMPLES
from tests.journeys.support.targets import small_targets

pytestmark = [pytest.mark.look, pytest.mark.usefixtures("new_village")]
LEAST_GROWTH = 1.5
TWICE = "--blink-settings=defaultFontSize=32,defaultFixedFontSize=26"  # text alone at 200 %
# 1280 × 1024 at 400 %.
ZOOMED_IN = {"width": 320, "height": 256}
MENU_IN_HEADER = [960, 1152, 1280]  # from its narrowest on
MENU_FITS = "[...document.querySelectorAll('.tabs ul')].every((list) => list.scrollWidth <= list.clientWidth)"

every_sample = pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)


@pytest.fixture(scope="module")
def large_text_browser(playwright):
    browser = launch(playwright, TWICE)
    yield browser
    browser.close()


@every_sample
def test_text_grows_and_stays_whole_where_a_reader_doubles_it(look_at, large_text_browser, sample):
    usual, large = look_at(sample), look_at(sample, large_text_browser)
    before, after = probe(usual, "text"), probe(large, "text")
    assert [piece["text"] for piece in after] == [piece["text"] for piece in before]
    small = [
        f"{new['text']}: {new['size'] / old['size']:.2f}"
        for old, new in zip(before, after, strict=True)
        if new["size"] / old["size"] < LEAST_GROWTH
    ]
    assert not small
    assert not [piece["text"] for piece in after if piece["cut"]]
    assert fits_the_screen(large)


@every_sample
def test_a_page_fits_a_narrow_screen_and_a_zoom_of_400_percent(look_at, sample):
    page = look_at(sample, viewport=ZOOMED_IN)
    assert fits_the_screen(page)
    assert not [piece["text"] for piece in probe(page, "text") if piece["cut"]]


@every_sample
def test_no_word_is_cut_where_the_menu_stands_in_the_header(look_at, sample):
    page = look_at(sample)
    for width in MENU_IN_HEADER:
        page.set_viewport_size({"width": width, "height": 900})
        assert not [piece["text"] for piece in probe(page, "text") if piece["cut"]], width
        assert page.evaluate(MENU_FITS), width


@every_sample
def test_fingers_find_targets_of_44_pixels(look_at, sample):
    page = look_at(sample)
    assert not small_targets(page)


@every_sample
def test_a_page_keeps_its_shape_in_the_readers_own_colours(look_at, sample):
    page = look_at(sample, forced_colors="active")
    assert not probe(page, "forced_colors")


@every_sample
def test_nothing_moves_where_a_reader_wants_no_motion(look_at, sample):
    page = look_at(sample, reduced_motion="reduce")
    assert not probe(page, "motion")
