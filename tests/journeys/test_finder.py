"""Finding a village on the portal: at once while typing, by keyboard, and without script."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.once

FIELD = "searchbox"


def found(page):
    return page.locator("#villages .village h3")


@pytest.mark.parametrize("query", ["kemire", "KE MIREN", "desa kemiren"])
def test_typing_finds_a_village_at_once(page, portal_url, village_url, query):
    page.goto(portal_url)
    page.get_by_role(FIELD).press_sequentially(query)
    expect(found(page)).to_have_text(["Desa Kemiren"])
    expect(page.get_by_role("status")).to_have_text("1 desa ditemukan")
    expect(page.locator(".transect")).to_be_hidden()
    page.get_by_role("link", name="Desa Kemiren").click()
    assert page.url.startswith(village_url("kemiren"))


def test_what_is_typed_stays_in_the_address_and_comes_back(page, portal_url):
    page.goto(portal_url)
    page.get_by_role(FIELD).press_sequentially("licin")
    expect(page.get_by_role("status")).not_to_be_empty()
    listed = found(page).all_inner_texts()
    assert page.url == f"{portal_url}/?q=licin"
    page.reload()
    assert found(page).all_inner_texts() == listed
    assert page.get_by_role(FIELD).input_value() == "licin"


def test_choosing_a_district_lists_its_villages_at_once(page, portal_url):
    page.goto(portal_url)
    page.get_by_role("combobox").select_option("Giri")
    expect(found(page)).to_have_count(6)
    page.get_by_role("combobox").select_option("")
    expect(page.locator(".transect")).to_be_visible()


def test_emptying_the_field_brings_the_landscape_and_its_villages_back(page, portal_url):
    page.goto(portal_url)
    before = found(page).all_inner_texts()
    page.get_by_role(FIELD).press_sequentially("zzzz")
    expect(page.locator("#villages .empty")).to_be_visible()
    page.get_by_role(FIELD).fill("")
    expect(found(page)).to_have_text(before)
    expect(page.locator(".transect")).to_be_visible()
    assert page.url == f"{portal_url}/"


def test_a_misspelt_name_is_suggested_while_typing(page, portal_url):
    page.goto(portal_url)
    page.get_by_role(FIELD).press_sequentially("kemirn")
    expect(found(page).first).to_have_text("Desa Kemiren")


def test_arrow_keys_walk_through_the_villages_and_back_to_the_field(page, portal_url, village_url):
    page.goto(portal_url)
    page.get_by_role(FIELD).press_sequentially("ke")
    expect(found(page).first).to_contain_text("Ke")
    expect(page.get_by_role("status")).not_to_be_empty()
    page.keyboard.press("ArrowDown")
    first = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.textContent") != first
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.textContent") == first
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: not url.startswith(portal_url))


def test_the_button_and_the_enter_key_find_as_well(page, portal_url):
    page.goto(portal_url)
    page.get_by_role(FIELD).fill("kemiren")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{portal_url}/?q=kemiren&district=#villages")
    expect(found(page)).to_have_text(["Desa Kemiren"])


def test_without_script_the_form_finds_the_same(page, no_script_page, portal_url):
    page.goto(portal_url)
    page.get_by_role(FIELD).press_sequentially("ta")
    expect(page.get_by_role("status")).not_to_be_empty()
    no_script_page.goto(portal_url)
    no_script_page.get_by_role(FIELD).fill("ta")
    no_script_page.get_by_role("button", name="Cari desa").click()
    expect(found(no_script_page)).to_have_text(found(page).all_inner_texts())


def test_when_the_line_breaks_the_page_stays_as_it_is(browser, portal_url):
    context = browser.new_context()
    page = context.new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(error))
    page.goto(portal_url)
    before = found(page).all_inner_texts()
    page.route("**/*part=villages*", lambda route: route.abort())
    with page.expect_event("requestfailed"):
        page.get_by_role(FIELD).press_sequentially("kemiren")
    assert found(page).all_inner_texts() == before
    assert errors == []
    context.close()


def test_the_portal_in_english_finds_in_english(page, portal_url):
    page.goto(f"{portal_url}/en/")
    page.get_by_role(FIELD).press_sequentially("kemiren")
    expect(page.get_by_role("status")).to_have_text("1 village found")
    page.get_by_role("link", name="Desa Kemiren").click()
    assert page.url.endswith("/en/")


def test_all_news_are_read_from_the_portal(no_script_page, portal_url):
    page = no_script_page
    page.goto(portal_url)
    page.locator("a.more[href='/kabar/']").click()
    first = page.locator(".news a").first.inner_text()
    page.get_by_role("link", name="Berikutnya").click()
    assert page.locator(".news a").first.inner_text() != first
