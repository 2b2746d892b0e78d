"""A resident finds what a certificate needs, asks for it and follows the code, on a phone without scripts."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.support.looking import fits_the_screen
from tests.journeys.support.requests import change_state

SKTM = "Surat keterangan tidak mampu (SKTM)"
CODE = re.compile(r"\b[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}\b")
FETCHED = """(url) => fetch(url).then(async (answer) => [
  answer.headers.get("Content-Type"), (await answer.text()).slice(0, 4)
])"""
READY_TEXT = "Suratnya sudah ditandatangani, ambil di loket 1."


def fill_in(page: Page, **fields) -> None:
    for name, value in fields.items():
        page.locator(f"main [name={name}]").fill(value)
    page.locator("main [name=agreed]").check()


def press_send(page: Page) -> str:
    with page.expect_navigation():
        page.locator("main form.form button[type=submit]").click()
    return page.locator("main").inner_text()


def send(page: Page) -> str:
    """People take longer than the few seconds that tell them from a program; who is faster is asked again."""
    text = press_send(page)
    while "sangat cepat" in text:
        text = press_send(page)
    return text


@pytest.fixture
def sktm(no_script_page, village_url):
    """The village's page of the certificate, found by searching its list of services."""
    page = no_script_page
    page.goto(f"{village_url('kemiren')}/layanan/")
    assert fits_the_screen(page)
    page.locator("main [name=q]").fill("sktm")
    page.locator("main [name=q]").press("Enter")
    page.locator("main").get_by_role("link", name=SKTM).first.click()
    expect(page.locator("h1")).to_have_text(SKTM)
    return page


def test_a_resident_finds_what_sktm_needs_asks_and_follows_the_code_to_ready(
    sktm, open_page, village_url, server
):
    page = sktm
    assert fits_the_screen(page)
    papers = page.locator("main input[type=checkbox]")
    expect(papers).to_have_count(4)
    for number in range(4):
        papers.nth(number).check()

    page.locator("main a[href*='/permohonan/layanan/']").first.click()
    expect(page.locator("main [name=message]")).to_be_visible()
    assert fits_the_screen(page)
    fill_in(page, message="Untuk keringanan biaya sekolah. NIK 3510152004010203", name="Warga Uji Coba")
    assert "NIK" in send(page)
    expect(page.locator("main [name=name]")).to_have_value("Warga Uji Coba")
    fill_in(page, message="Untuk keringanan biaya sekolah.", email="warga.uji@contoh.example")
    code = CODE.search(send(page))[0]
    assert not page.context.cookies()

    change_state(server, code, "handled")
    change_state(server, code, "ready", READY_TEXT)
    fresh = open_page(java_script_enabled=False)
    fresh.goto(f"{village_url('kemiren')}/permohonan/")
    fresh.get_by_label("Kode").fill(code.lower())
    fresh.locator("main form button[type=submit]").click()
    expect(fresh.locator("main")).to_contain_text("Siap diambil")
    expect(fresh.locator("main")).to_contain_text(READY_TEXT)
    assert fits_the_screen(fresh)
    assert not fresh.context.cookies()


def test_the_phone_remembers_what_is_ticked_and_the_list_can_be_printed(page, village_url):
    site = village_url("kemiren")
    page.goto(f"{site}/layanan/sktm/")
    papers = page.locator("[data-checklist] input[type=checkbox]")
    said = page.locator("[data-checklist] [role=status]")
    expect(papers).to_have_count(4)
    expect(said).to_be_empty()
    papers.nth(0).check()
    papers.nth(2).check()
    expect(said).to_have_text("2 dari 4 siap. Disimpan di perangkat ini.")

    page.goto(f"{site}/layanan/keterangan-usaha/")
    expect(papers.nth(0)).not_to_be_checked()
    page.goto(f"{site}/layanan/sktm/")
    expect(said).to_have_text("2 dari 4 siap. Disimpan di perangkat ini.")
    for number, is_ticked in enumerate([True, False, True, False]):
        expect(papers.nth(number)).to_be_checked(checked=is_ticked)
    papers.nth(1).check()
    papers.nth(3).check()
    expect(said).to_have_text("Semua siap. Disimpan di perangkat ini.")
    for number in range(4):
        papers.nth(number).uncheck()
    expect(said).to_be_empty()
    page.reload()
    for number in range(4):
        expect(papers.nth(number)).not_to_be_checked()

    sheet = page.get_by_role("link", name="Cetak daftar").get_attribute("href")
    assert page.evaluate(FETCHED, sheet) == ["application/pdf", "%PDF"]
    assert not page.context.cookies()


def test_a_resident_finds_a_regulation_that_holds_and_asks_for_another(no_script_page, village_url):
    page = no_script_page
    page.goto(f"{village_url('kemiren')}/informasi-publik/?q=sampah")
    assert fits_the_screen(page)
    page.get_by_role("link", name="pengelolaan sampah rumah tangga").click()
    page.locator("main .note").get_by_role("link").click()
    expect(page.locator("h1")).to_contain_text("bank sampah")
    page.get_by_role("link", name="Minta informasi").click()
    fill_in(page, message="Mohon notulen tahun lalu.", name="Warga Uji Dua", whatsapp="0800 0000 899")
    assert CODE.search(send(page))
