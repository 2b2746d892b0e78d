"""The regency changes a template of a service, and a village accepts one of two fields, on a phone."""

import re

import pytest
from playwright.sync_api import Page, expect

from sites.demo.accounts import PASSWORD, STAFF
from tests.journeys.support.looking import axe_faults, fits_the_screen

TITLE = "Surat uji coba templat"
LIST = "from services.models import ServiceIndexPage as I; from sites.identity import portal_site as p; "
LIST += "print('list', I.objects.child_of(p().root_page).get().pk)"


@pytest.fixture
def list_key(manage):
    """The key of the portal's list of services."""
    return re.search(r"list (\d+)", manage("shell", "-c", LIST))[1]


def publish(page: Page) -> None:
    page.get_by_role("button", name="Terbitkan").first.click()
    page.locator(".messages .success").wait_for()


def change(page: Page, who: str, duration: str) -> None:
    page.locator("#id_who").fill(who)
    page.locator("#id_duration").fill(duration)


def write_template(page: Page, portal_url: str, list_key: str) -> str:
    """The address of its form."""
    page.goto(f"{portal_url}/admin/pages/add/services/servicepage/{list_key}/")
    page.locator("#id_title").fill(TITLE)
    page.locator("[name=audience][value=all]").check()
    change(page, "Warga desa", "Satu hari kerja")
    publish(page)
    return page.url


def button(page: Page, name: str):
    return page.get_by_role("button", name=name)


def test_a_village_accepts_one_of_two_changed_fields(
    desktop_page, page, log_in, portal_url, village_url, list_key
):
    site = village_url("temenggungan")
    log_in(desktop_page, STAFF, PASSWORD)
    form = write_template(desktop_page, portal_url, list_key)

    log_in(page, "admin@temenggungan.example", PASSWORD, at=site)
    page.goto(f"{site}/admin/layanan/")
    assert fits_the_screen(page) and axe_faults(page) == []
    button(page, f"Ambil alih: {TITLE}").click()
    page.locator(".messages .success").wait_for()
    assert fits_the_screen(page) and axe_faults(page) == []

    desktop_page.goto(form)
    change(desktop_page, "Warga yang ber-KTP desa ini", "Dua hari kerja")
    publish(desktop_page)

    page.goto(f"{site}/admin/")
    page.get_by_role("link", name="Templat 1 layanan berubah").click()
    page.get_by_role("link", name=f"Lihat 2 perubahan: {TITLE}").click()
    assert fits_the_screen(page) and axe_faults(page) == []
    expect(page.locator("ins")).to_have_text(["Warga yang ber-KTP desa ini", "Dua hari kerja"])
    page.locator("button[value=accept]").nth(-2).click()
    page.locator(".messages .success").wait_for()
    button(page, "Biarkan seperti semula").click()
    page.get_by_text("Semua perubahan templat sudah diputuskan").wait_for()

    page.goto(f"{site}/admin/layanan/")
    page.get_by_role("link", name=TITLE).first.click()
    page.get_by_role("link", name="Ubah halaman").click()
    expect(page.locator("#id_who")).to_have_value("Warga yang ber-KTP desa ini")
    expect(page.locator("#id_duration")).to_have_value("Satu hari kerja")


def test_a_clerk_closes_a_service_for_today_without_scripts(no_script_page, log_in, village_url):
    page, site = no_script_page, village_url("temenggungan")
    log_in(page, "admin@temenggungan.example", PASSWORD, at=site)
    page.goto(f"{site}/admin/layanan/")
    page.get_by_role("link", name=TITLE).first.click()
    page.locator("[name=status][value=closed]").check()
    button(page, "Beri tahu warga").click()
    page.locator(".error-message").first.wait_for()
    page.locator("[name=reason]").fill("Printer rusak")
    button(page, "Beri tahu warga").click()
    page.locator(".messages .success").wait_for()
    assert "Printer rusak" in page.locator(".desk-facts").inner_text()
    assert fits_the_screen(page)
