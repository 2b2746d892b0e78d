"""The regency changes a template of a service, and a village accepts one of two fields, on a phone."""

import re

import pytest
from playwright.sync_api import Page, expect

from sites.demo.accounts import PASSWORD, admin_email, office_email
from tests.journeys.support.looking import axe_faults, fits_the_screen
from tests.journeys.support.services import template_list

TITLE = "Surat uji coba templat"
# A template of the demo that no other journey takes over.
CLOSED = "Surat pengantar laporan kehilangan"


@pytest.fixture
def list_key(server):
    """The key of DPMD's list of services."""
    return template_list(server)


@pytest.fixture
def clerk(log_in, village_url):
    """A function: log Temenggungan's admin in on a page, and return the address of the site."""

    def enter(page: Page) -> str:
        site = village_url("temenggungan")
        log_in(page, admin_email("temenggungan"), PASSWORD, at=site)
        return site

    return enter


def publish(page: Page) -> None:
    with page.expect_navigation():  # a message of before may still stand there
        button(page, "Terbitkan").first.click()
    expect(page.locator(".messages .success")).to_be_visible()


def change(page: Page, who: str, duration: str) -> None:
    page.locator("#id_who").fill(who)
    page.locator("#id_duration").fill(duration)


def write_template(page: Page, portal_url: str, list_key: str) -> None:
    page.goto(f"{portal_url}/admin/pages/add/services/servicepage/{list_key}/")
    page.locator("#id_title").fill(TITLE)
    page.locator("[name=audience][value=all]").check()
    change(page, "Warga desa", "Satu hari kerja")
    publish(page)


def open_template(page: Page, portal_url: str) -> None:
    """Find its form again by the list of templates, as the office does."""
    page.goto(f"{portal_url}/admin/layanan/templat/")
    page.get_by_role("link", name=TITLE).click()
    expect(page.locator("main")).to_contain_text("Diambil alih oleh 1 dari")
    page.get_by_role("link", name="Ubah templat").click()


def button(page: Page, name: str | re.Pattern):
    return page.get_by_role("button", name=name)


def about(act: str, what: str) -> re.Pattern:
    """The name of something to press of which eyes see the act alone."""
    return re.compile(rf"^{re.escape(act)} ?: {re.escape(what)}$")


def expect_message(page: Page) -> None:
    """One that has come in whole: it fades in, and its colours are right only then."""
    expect(page.locator(".messages .success")).to_be_visible()
    expect(page.locator(".messages > ul")).to_have_css("opacity", "1")


def take_over(page: Page, title: str) -> None:
    button(page, about("Ambil alih", title)).click()
    expect_message(page)


def decide(page: Page, act: str, field: str) -> None:
    """Accept or keep one changed field."""
    pressed = button(page, about(act, field))
    pressed.click()
    expect(pressed).to_have_count(0)


def test_a_village_accepts_one_of_two_changed_fields(desktop_page, page, log_in, clerk, portal_url, list_key):
    log_in(desktop_page, office_email("dpmd"), PASSWORD)
    write_template(desktop_page, portal_url, list_key)

    site = clerk(page)
    page.goto(f"{site}/admin/layanan/")
    assert fits_the_screen(page) and axe_faults(page) == []
    take_over(page, TITLE)
    assert fits_the_screen(page) and axe_faults(page) == []

    open_template(desktop_page, portal_url)
    change(desktop_page, "Warga yang ber-KTP desa ini", "Dua hari kerja")
    publish(desktop_page)

    page.goto(f"{site}/admin/")
    page.get_by_role("link", name="Templat 1 layanan berubah").click()
    page.get_by_role("link", name=about("Lihat 2 perubahan", TITLE)).click()
    expect(page.locator("ins")).to_have_text(["Warga yang ber-KTP desa ini", "Dua hari kerja"])
    assert fits_the_screen(page) and axe_faults(page) == []
    decide(page, "Terima perubahan", "Siapa yang boleh mengajukan")
    decide(page, "Biarkan seperti semula", "Lama proses")
    expect(page.locator("main")).to_contain_text("Semua perubahan templat sudah diputuskan")

    page.goto(f"{site}/admin/layanan/")
    page.get_by_role("link", name=TITLE).first.click()
    page.get_by_role("link", name="Ubah halaman").click()
    expect(page.locator("#id_who")).to_have_value("Warga yang ber-KTP desa ini")
    expect(page.locator("#id_duration")).to_have_value("Satu hari kerja")


def test_a_clerk_closes_a_service_for_today_without_scripts(no_script_page, clerk):
    page = no_script_page
    site = clerk(page)
    page.goto(f"{site}/admin/layanan/")
    take_over(page, CLOSED)
    page.goto(f"{site}/admin/layanan/")
    page.get_by_role("link", name=CLOSED).first.click()
    page.locator("[name=status][value=closed]").check()
    button(page, "Beri tahu warga").click()
    expect(page.locator(".error-message").first).to_be_visible()
    page.locator("[name=reason]").fill("Printer rusak")
    button(page, "Beri tahu warga").click()
    expect_message(page)
    expect(page.locator(".desk-facts")).to_contain_text("Printer rusak")
    assert fits_the_screen(page)
