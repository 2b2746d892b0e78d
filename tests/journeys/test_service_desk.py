"""A clerk of a village clears five requests, one after the other, on a phone. In Indonesian."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from sites.demo.accounts import PASSWORD, admin_email
from tests.journeys.support.browser import CHAT
from tests.journeys.support.looking import axe_faults, fits_the_screen
from tests.journeys.support.requests import ask_for_sktm

READY_ANSWER = "Silakan ambil di loket"
BY_MAIL = "warga.tiga@contoh.example"
# Who asks, what the clerk writes, which button ends it, and what the page of the request then says.
FIVE = [
    ("Warga Meja Satu", "", "Mulai tangani", "Sedang diproses"),
    ("Warga Meja Dua", None, "Siap diambil", "Siap diambil"),
    ("Warga Meja Tiga", "Surat sudah dikirim.", "Sudah selesai", "Selesai"),
    ("Warga Meja Empat", "Alamat Anda di desa lain.", "Tolak", "Ditolak"),
    ("Warga Meja Lima", "Untuk keperluan apa?", "Kirim pesan saja", "Diterima"),
]


@pytest.fixture
def five_asked(server):
    """Five people have asked Kemiren for the same certificate; the third left an e-mail address."""
    addresses = {"Warga Meja Tiga": BY_MAIL}
    ask_for_sktm(server, *(f"{name}={addresses.get(name, '')}" for name, *_rest in FIVE))


@pytest.fixture
def phone(open_page, log_in, village_url):
    """The clerk's phone, whose WhatsApp leaves nothing of this machine."""
    page = open_page(has_touch=True, is_mobile=True)
    page.context.route(f"{CHAT}**", lambda route: route.fulfill(body="WhatsApp"))
    log_in(page, admin_email("kemiren"), PASSWORD, at=village_url("kemiren"))
    return page


def heading(page: Page):
    return page.locator("main .team__person")


def button(page: Page, name: str):
    return page.locator("main").get_by_role("button", name=name, exact=True)


def fact(page: Page, name: str):
    return page.locator("main .desk-facts > div").filter(has=page.locator("dt", has_text=name)).locator("dd")


def expect_message(page: Page, words: str) -> None:
    """One that has come in whole: it fades in."""
    expect(page.locator(".messages .success")).to_contain_text(words)
    expect(page.locator(".messages > ul")).to_have_css("opacity", "1")


def write(page: Page, text: str | None) -> None:
    """Type a message, or put in a ready answer."""
    if text is not None:
        page.get_by_label("Pesan untuk pemohon").fill(text)
        return
    page.get_by_text("Masukkan jawaban siap pakai").tap()
    button(page, "Silakan diambil (contoh)").tap()
    expect(page.get_by_label("Pesan untuk pemohon")).to_have_value(re.compile(READY_ANSWER))


def tell(page: Page, text: str) -> None:
    """Open WhatsApp with the text in it, come back, and tick it off."""
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Buka WhatsApp").tap()
    opened.value.wait_for_url(f"{CHAT}**")
    assert text in parse_qs(urlsplit(opened.value.url).query)["text"][0]
    opened.value.close()
    button(page, "Sudah saya kabari").tap()
    expect_message(page, "Dicentang")
    expect(page.get_by_role("link", name="Buka WhatsApp")).to_have_count(0)


def clear(page: Page, name: str, text: str | None, step: str, state: str) -> None:
    expect(heading(page)).to_have_text(name)
    expect(fact(page, "Keadaan")).to_have_text("Diterima")
    assert fits_the_screen(page)
    write(page, text)
    button(page, step).tap()
    expect_message(page, "Tersimpan")
    expect(fact(page, "Keadaan")).to_have_text(state)
    if name != "Warga Meja Tiga":
        tell(page, READY_ANSWER if text is None else text)
    assert fits_the_screen(page) and axe_faults(page) == []


def test_a_clerk_clears_five_requests_on_a_phone(five_asked, phone, village_url):
    page = phone
    page.get_by_role("link", name="Ke permohonan").tap()
    expect(page.locator("main table.listing")).to_be_visible()
    assert fits_the_screen(page) and axe_faults(page) == []
    first = page.locator("main tbody tr").filter(has_text=FIVE[0][0])
    expect(first).to_contain_text("Diterima")
    first.get_by_role("link").first.tap()
    for number, row in enumerate(FIVE):
        if number:
            page.locator(".messages").get_by_role("link", name="Permohonan berikutnya").tap()
        clear(page, *row)

    page.get_by_role("link", name="Kembali ke permohonan").tap()
    rows = page.locator("main tbody tr").filter(has_text="Warga Meja")
    expect(rows).to_have_count(3)
    for row, state in zip(rows.all(), ("Sedang diproses", "Siap diambil", "Diterima"), strict=True):
        expect(row).to_contain_text(state)
        expect(row).not_to_contain_text("WhatsApp")
