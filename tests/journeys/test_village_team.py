"""A village looks after its own people, and sees none of another's, on a phone and in Indonesian."""

import re

from sites.demo.accounts import PASSWORD, STAFF
from tests.journeys.support.letters import newest_letter

NEW_PASSWORD = "sawah hijau di kaki ijen"
WRITER = "penulis@kemiren.example"


def accept(page, link):
    page.goto(link)
    for field in ("#id_new_password1", "#id_new_password2"):
        page.locator(field).fill(NEW_PASSWORD)
    page.get_by_role("button", name="Buat kata sandi baru").click()
    page.get_by_role("link", name="Masuk").wait_for()


def test_an_admin_invites_a_writer_who_writes_until_they_are_taken_out(
    page, open_page, log_in, server, village_url
):
    site = village_url("kemiren")
    log_in(page, "admin@kemiren.example", PASSWORD, at=site)
    page.goto(f"{site}/admin/tim/")
    page.get_by_role("link", name="Undang orang").click()
    page.locator("#id_email").fill("bukan alamat")
    page.get_by_role("button", name="Kirim undangan").click()
    page.locator(".error-message").first.wait_for()
    page.locator("#id_email").fill(WRITER)
    page.get_by_label("Kontributor").check()
    page.get_by_role("button", name="Kirim undangan").click()
    page.locator(".messages .success").wait_for()

    writer = open_page()
    accept(writer, re.search(r"http\S+password_reset\S+", newest_letter(server))[0])
    log_in(writer, WRITER, NEW_PASSWORD, at=site)
    writer.get_by_role("heading", name="Desa Anda: Kemiren").wait_for()
    assert writer.get_by_role("link", name="Tim desa").count() == 0

    page.goto(f"{site}/admin/tim/")
    page.get_by_role("link", name=WRITER).click()
    page.locator("#take-out-content").get_by_role("link", name="Keluarkan dari tim").click()
    page.locator("main form button[type=submit]").last.click()
    page.locator(".messages .success").wait_for()
    writer.goto(f"{site}/admin/pages/")
    assert "Kemiren" not in writer.locator("body").inner_text()
    page.get_by_role("button", name=f"Terima kembali {WRITER}").click()
    page.locator(".messages .success").wait_for()


def test_an_admin_of_two_villages_says_which_one_they_work_for(
    page, open_page, log_in, portal_url, village_url
):
    staff = open_page()
    log_in(staff, STAFF, PASSWORD)
    staff.goto(f"{portal_url}/admin/villages/?q=tamansari")
    staff.get_by_role("link", name="Desa Tamansari", exact=True).first.click()
    staff.goto(staff.url)
    staff.get_by_role("button", name="Tindakan").first.click()
    staff.get_by_role("link", name="Tim").first.click()
    staff.get_by_role("link", name="Undang orang").click()
    staff.locator("#id_email").fill("admin@kedungrejo.example")
    staff.get_by_role("button", name="Kirim undangan").click()
    staff.locator(".messages .success").wait_for()

    site = village_url("kedungrejo")
    log_in(page, "admin@kedungrejo.example", PASSWORD, at=site)
    page.get_by_role("heading", name="Desa Anda: Kedungrejo").wait_for()
    page.get_by_role("button", name="Desa Tamansari").click()
    page.get_by_role("heading", name="Desa Anda: Tamansari").wait_for()
    assert page.get_by_role("heading", name="Desa Anda: Kedungrejo").count() == 0
