"""The style guide in a browser: every component, in every accent, light and dark, from 320 pixels on."""

import pytest

from tests.journeys.support.looking import CONTRAST
from tests.journeys.support.targets import small_targets

pytestmark = pytest.mark.look
ACCENT, *OTHER_ACCENTS = ["ijen", "gandrung", "kopi", "pesisir", "soga", "naga"]
SCHEMES = ["light", "dark"]
NARROWEST, PHONE, DESKTOP = 320, 390, 1280
STAFF = ("portal@smartkampung.example", "kampung-pintar-demo")
# Has neither an outline itself nor stands in something that draws one for it, such as a card.
WITHOUT_OUTLINE = """() => {
  const isOutlined = (box) => getComputedStyle(box).outlineStyle !== "none"
    && parseFloat(getComputedStyle(box).outlineWidth) >= 2;
  const isSeen = (box) => box !== document.body && (isOutlined(box) || isSeen(box.parentElement));
  const targets = "main :is(a[href], button, summary, input, select, textarea)";
  return [...document.querySelectorAll(targets)]
    .filter((element) => element.checkVisibility() && !element.disabled)
    .filter((element) => { element.focus({ focusVisible: true }); return !isSeen(element); })
    .map((element) => element.outerHTML.slice(0, 120));
}"""


@pytest.fixture(scope="module")
def staff_state(browser, log_in):
    """Cookies of portal staff, so that they need to log in once only."""
    context = browser.new_context()
    page = context.new_page()
    log_in(page, *STAFF)
    yield context.storage_state()
    context.close()


@pytest.fixture
def guide(open_page, staff_state, portal_url):
    """The style guide, opened by portal staff."""
    page = open_page(storage_state=staff_state)
    page.goto(f"{portal_url}/admin/panduan-gaya/")
    return page


def look(page, accent: str, scheme: str, width: int) -> None:
    """Show the page in an accent and a mode, as a village's choice and a reader's device would."""
    page.set_viewport_size({"width": width, "height": 844})
    # Colours that glide would still be the old ones while axe, which never pauses, looks at them.
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.evaluate("accent => { document.documentElement.dataset.accent = accent }", accent)


def is_scrolled_sideways(page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth > window.innerWidth")


def test_no_component_has_an_accessibility_fault_in_any_look(guide, axe):
    found = []
    for scheme in SCHEMES:
        for width in (NARROWEST, PHONE, DESKTOP):
            look(guide, ACCENT, scheme, width)
            found += [f"{scheme} {width}: {fault}" for fault in axe(guide)]
    assert not found


@pytest.mark.parametrize("accent", OTHER_ACCENTS)
def test_every_text_can_be_read_in_every_accent(guide, axe, accent):
    """An accent changes colours and nothing else, so contrast is all that it can spoil."""
    found = []
    for scheme in SCHEMES:
        for width in (PHONE, DESKTOP):
            look(guide, accent, scheme, width)
            found += [f"{accent} {scheme} {width}: {fault}" for fault in axe(guide, CONTRAST)]
    assert not found


def test_nothing_is_wider_than_the_screen_or_smaller_than_a_finger(guide):
    for width in (NARROWEST, PHONE, 768, DESKTOP):
        look(guide, ACCENT, "light", width)
        assert not is_scrolled_sideways(guide), width
        assert not small_targets(guide), width


def test_text_of_twice_the_size_still_fits_a_phone(guide):
    size = "p => parseFloat(getComputedStyle(p).fontSize)"
    paragraph = guide.locator(".guide__entry p").first
    before = paragraph.evaluate(size)
    guide.evaluate("document.documentElement.style.fontSize = '200%'")
    after = paragraph.evaluate(size)
    assert after >= 1.9 * before
    assert not is_scrolled_sideways(guide)


def test_a_forced_mode_looks_like_the_device_s_own(guide, portal_url):
    ground = """[...document.querySelectorAll("body, .panel, .tag, .button")]
      .map((element) => getComputedStyle(element).backgroundColor)"""
    seen = {}
    for device, query in [("dark", ""), ("light", "?mode=dark"), ("light", ""), ("dark", "?mode=light")]:
        guide.emulate_media(color_scheme=device)
        guide.goto(f"{portal_url}/admin/panduan-gaya/{query}")
        seen[device, query] = guide.evaluate(ground)
    assert seen["dark", ""] == seen["light", "?mode=dark"]
    assert seen["light", ""] == seen["dark", "?mode=light"]
    assert seen["light", ""] != seen["dark", ""]


def test_both_modes_stand_side_by_side(guide, portal_url):
    guide.set_viewport_size({"width": 1280, "height": 900})
    guide.goto(f"{portal_url}/admin/panduan-gaya/?mode=both")
    light, dark = (frame.locator("body") for frame in guide.frames[1:])
    colour = "body => getComputedStyle(body).backgroundColor"
    assert light.evaluate(colour) != dark.evaluate(colour)


def test_every_choice_of_the_keyboard_can_be_seen(guide):
    """What has the focus has an outline of its own or around it, on paper, gold and cloth."""
    unseen = guide.evaluate(WITHOUT_OUTLINE)
    assert not unseen


def test_with_a_script_the_address_can_be_copied(guide):
    row = guide.locator(".share").first
    guide.context.grant_permissions(["clipboard-read", "clipboard-write"])
    row.get_by_role("button", name="Salin").click()
    assert guide.evaluate("navigator.clipboard.readText()") == row.locator("input").input_value()
    assert row.get_by_role("status").inner_text()


def test_with_a_script_the_page_can_be_printed(guide):
    guide.evaluate("() => { window.print = () => { document.body.dataset.printed = 'yes' } }")
    guide.locator("[data-share=print]").first.click()
    assert guide.evaluate("document.body.dataset.printed") == "yes"


def test_without_a_script_the_share_row_still_serves(guide, browser, portal_url):
    context = browser.new_context(java_script_enabled=False, storage_state=guide.context.storage_state())
    page = context.new_page()
    page.goto(f"{portal_url}/admin/panduan-gaya/")
    row = page.locator(".share").first
    assert row.locator("a").get_attribute("href").startswith("https://wa.me/?text=")
    assert row.locator("input").is_visible()
    assert row.locator("button:visible").count() == 0
    context.close()


def test_facets_are_folded_on_phones_and_stand_on_desktops(guide):
    facets, button = guide.locator(".facets"), guide.locator(".fold:has(+ .facets) summary")
    assert facets.is_hidden()
    button.click()
    assert facets.is_visible()
    guide.set_viewport_size({"width": 1280, "height": 900})
    assert facets.is_visible() and button.is_hidden()


def test_an_error_in_the_summary_leads_to_its_field(guide):
    summary = guide.locator(".form .errors")
    summary.get_by_role("link", name="Nomor WhatsApp").click()
    assert guide.evaluate("document.activeElement.type") == "tel"


def test_on_paper_there_are_no_buttons_patterns_or_folds(guide):
    guide.emulate_media(media="print")
    for selector in (".banner", ".button", ".order", ".placeholder", ".tabs", ".facets", ".share"):
        assert guide.locator(f"{selector}:visible").count() == 0, selector
    assert guide.get_by_text("Boleh, dengan surat kuasa.").is_visible()
    assert guide.locator(".lessons").first.is_visible()
