"""What residents and tourists come for."""

import pytest

pytestmark = pytest.mark.once


@pytest.fixture
def page(open_page):
    """As residents have it: with the service worker of each site."""
    return open_page(service_workers="allow")


def test_a_resident_finds_the_office_hours_from_the_portal(page, portal_url, village_url):
    page.goto(portal_url)
    page.get_by_role("searchbox", name="Nama desa").fill("kemiren")
    page.get_by_role("button", name="Cari desa").click()
    page.get_by_role("link", name="Desa Kemiren").first.click()
    assert page.url.startswith(village_url("kemiren"))
    office = page.get_by_role("region", name="Kantor")
    assert "Senin–Kamis" in office.inner_text()
    assert "08.00–15.00" in office.inner_text()


def test_a_misspelt_village_is_suggested(page, portal_url):
    page.goto(f"{portal_url}/?q=kemirn")
    assert page.get_by_role("link", name="Desa Kemiren").first.is_visible()


def test_a_tourist_switches_to_english_and_back(page, village_url):
    page.goto(village_url("kemiren"))
    page.get_by_role("link", name="EN, English").click()
    assert page.url == village_url("kemiren") + "/en/"
    assert page.locator("html").get_attribute("lang") == "en"
    page.get_by_role("link", name="Announcements", exact=True).first.click()
    assert page.url.endswith("/en/announcements/")
    page.get_by_role("link", name="ID, Bahasa Indonesia").click()
    assert page.url == village_url("kemiren") + "/pengumuman/"


def test_a_tourist_is_told_honestly_that_a_page_is_indonesian_only(page, village_url):
    address = village_url("kemiren") + "/pengumuman/kerja-bakti-membersihkan-saluran-sawah/"
    page.goto(address)
    page.get_by_role("link", name="EN, English").click()
    assert "/en/" in page.url
    note = page.get_by_role("link", name="Kerja bakti membersihkan saluran sawah (Bahasa Indonesia)")
    note.click()
    assert page.url == address


def test_a_resident_searches_the_village(page, village_url):
    page.goto(village_url("kemiren"))
    page.get_by_role("searchbox").fill("posyandu")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Posyandu balita dan lansia bulan ini").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Posyandu balita dan lansia bulan ini"


def test_the_search_field_offers_pages_while_one_types(page, village_url):
    page.goto(village_url("kemiren"))
    field = page.get_by_role("searchbox")
    field.press_sequentially("posya")
    page.locator(".search__offers a").first.wait_for()
    page.keyboard.press("Escape")
    assert not page.locator(".search__offers").is_visible()
    field.press_sequentially("ndu")
    offer = page.locator(".search__offers a").first
    offer.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.get_by_role("heading", level=1, name="Posyandu balita dan lansia bulan ini").wait_for()


@pytest.mark.parametrize("query", ["x" * 10_000, "%ff%fe", "%00", "%F0%9F%98%80", "%22%27%28*"])
def test_the_server_answers_a_hostile_search_with_a_page(page, village_url, query):
    answer = page.goto(f"{village_url('kemiren')}/cari/?q={query}")
    assert answer.status == 200
    assert page.get_by_role("heading", level=1).is_visible()


def test_everything_a_reader_does_works_without_javascript(no_script_page, portal_url, village_url):
    page = no_script_page
    page.goto(portal_url)
    page.get_by_role("combobox").select_option("Glagah")
    page.get_by_role("button", name="Cari desa").click()
    page.get_by_role("link", name="Desa Kemiren").first.click()
    page.get_by_role("link", name="Pengumuman", exact=True).first.click()
    page.get_by_role("link", name="Kerja bakti membersihkan saluran sawah").click()
    page.get_by_role("link", name="EN, English").click()
    assert page.url.startswith(village_url("kemiren") + "/en/announcements/")


@pytest.mark.parametrize("path", ["/", "/pengumuman/", "/admin/"])
def test_an_unknown_host_is_told_so_and_led_on(open_page, village_url, path):
    page = open_page()
    answer = page.goto(village_url("kemirn") + path)
    assert answer.status == 404
    if path == "/admin/":
        return
    assert "kemirn.localhost" in page.content()
    page.get_by_role("searchbox").fill("tamansari")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Desa Tamansari").first.click()
    assert page.url.startswith(village_url("tamansari"))
