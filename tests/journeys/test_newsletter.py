"""Somebody subscribes to a village's newsletter on a phone without scripts, chooses, and leaves."""

import re

from tests.journeys.support.letters import newest_letter

READER = "pembaca@contoh.example"


def link_to(letter, part):
    return next(link for link in re.findall(r"http://\S+", letter) if part in link)


def send(page):
    with page.expect_navigation():
        page.locator("main form button[type=submit]").click()
    return page.locator("body").inner_text()


def test_a_reader_signs_up_confirms_chooses_and_leaves(no_script_page, server, village_url, manage):
    page, site = no_script_page, village_url("kemiren")
    page.goto(f"{site}/pengumuman/")
    page.get_by_role("link", name="Terima kabar lewat surel").first.click()
    page.locator("[name=email]").fill("pembaca@gmial.com")
    page.locator("[name=frequency][value=at-once]").check()
    assert "gmail.com" in send(page)
    assert page.locator("[name=frequency][value=at-once]").is_checked()

    page.goto(f"{site}/langganan/")
    page.locator("[name=email]").fill(READER)
    send(page)
    assert page.url == f"{site}/langganan/periksa-surel/"
    manage("send_newsletters")
    page.goto(link_to(newest_letter(server), "/konfirmasi/"))
    send(page)
    page.get_by_label("Kesehatan").check()
    assert "Tersimpan" in send(page)
    assert page.get_by_label("Kesehatan").is_checked()

    page.get_by_role("link", name="Berhenti").first.click()
    assert "Anda tidak menerima surat lagi" in send(page)
    page.go_back()
    assert READER not in page.content()
