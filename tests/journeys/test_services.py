"""A resident finds what a certificate needs, asks for it and follows the code, on a phone without scripts."""

import re

import pytest

from tests.journeys.support.looking import fits_the_screen
from tests.journeys.support.requests import change_state

SKTM = "Surat keterangan tidak mampu (SKTM)"
CODE = re.compile(r"\b[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}\b")
READY_TEXT = "Suratnya sudah ditandatangani, ambil di loket 1."


def text_of(page) -> str:
    return page.locator("main").inner_text()


def fill_in(page, **fields) -> None:
    for name, value in fields.items():
        page.locator(f"main [name={name}]").fill(value)
    page.locator("main [name=agreed]").check()


def send(page) -> str:
    """People take longer than the few seconds that tell them from a program; who is faster is asked again."""
    page.locator("main form.form button[type=submit]").click()
    while "sangat cepat" in text_of(page):
        page.locator("main form.form button[type=submit]").click()
    return text_of(page)


@pytest.fixture
def sktm(no_script_page, village_url):
    """The village's page of the certificate, found by searching its list of services."""
    page = no_script_page
    page.goto(f"{village_url('kemiren')}/layanan/")
    assert fits_the_screen(page)
    page.locator("main [name=q]").fill("sktm")
    page.locator("main [name=q]").press("Enter")
    page.locator("main").get_by_role("link", name=SKTM, exact=True).first.click()
    assert page.locator("h1").inner_text() == SKTM
    return page


def test_a_resident_finds_what_sktm_needs_asks_and_follows_the_code_to_ready(
    sktm, open_page, village_url, server
):
    page = sktm
    assert fits_the_screen(page)
    papers = page.locator("main input[type=checkbox]")
    assert papers.count() == 4
    for number in range(4):
        papers.nth(number).check()

    page.locator("main a[href*='/permohonan/layanan/']").first.click()
    assert fits_the_screen(page)
    fill_in(page, message="Untuk keringanan biaya sekolah. NIK 3510152004010203", name="Warga Uji Coba")
    assert "NIK" in send(page)
    assert page.locator("main [name=name]").input_value() == "Warga Uji Coba"
    fill_in(page, message="Untuk keringanan biaya sekolah.", email="warga.uji@contoh.example")
    code = CODE.search(send(page))[0]
    assert not page.context.cookies()

    change_state(server, code, "handled")
    change_state(server, code, "ready", READY_TEXT)
    fresh = open_page(java_script_enabled=False)
    fresh.goto(f"{village_url('kemiren')}/permohonan/")
    fresh.get_by_label("Kode").fill(code.lower())
    fresh.locator("main form button[type=submit]").click()
    found = text_of(fresh)
    assert "Siap diambil" in found and READY_TEXT in found
    assert fits_the_screen(fresh)
    assert not fresh.context.cookies()


def test_a_resident_finds_a_regulation_that_holds_and_asks_for_another(no_script_page, village_url):
    page = no_script_page
    page.goto(f"{village_url('kemiren')}/informasi-publik/?q=sampah")
    assert fits_the_screen(page)
    page.get_by_role("link", name="pengelolaan sampah rumah tangga").click()
    page.locator("main .note").get_by_role("link").click()
    assert "bank sampah" in page.locator("h1").inner_text()
    page.get_by_role("link", name="Minta informasi").click()
    fill_in(page, message="Mohon notulen tahun lalu.", name="Warga Uji Dua", whatsapp="0800 0000 899")
    assert CODE.search(send(page))
