"""The first day of someone just invited, on a phone and in Indonesian: from the letter to the live page."""

import re

import pytest

from tests.journeys.support.letters import newest_letter
from tests.journeys.support.photos import phone_photo

PASSWORD = "kebun kopi di lereng"


@pytest.fixture
def invitation(server, manage):
    """The link of the letter that opening the site of Banjarsari sends."""
    invited = ["--hostname", "banjarsari.localhost", "--admin-email", "sutiyah@banjarsari.example"]
    manage("create_village", "--code", "35.10.15.1003", *invited)
    return re.search(r"http\S+password_reset\S+", newest_letter(server))[0]


def choose_password(page, link):
    page.goto(link)
    for field in ("#id_new_password1", "#id_new_password2"):
        page.locator(field).fill(PASSWORD)
    page.get_by_role("button", name="Buat kata sandi baru").click()
    page.get_by_role("link", name="Masuk").click()
    page.locator("input[name=username]").fill("Sutiyah@Banjarsari.example")
    page.locator("input[name=password]").fill(PASSWORD)
    page.get_by_role("button", name="Masuk").click()
    page.get_by_role("heading", name="Kelurahan Anda: Banjarsari").wait_for()


def choose_language(page, site, code, heading):
    page.goto(f"{site}/admin/account/")
    page.locator("select[name$=preferred_language]").select_option(code)
    page.locator("main form button[type=submit]").last.click()
    page.locator(".messages .success").wait_for()
    page.get_by_role("heading", name=heading, exact=True).first.wait_for()


def fill_opening_hours(page, site):
    page.goto(f"{site}/admin/")
    page.get_by_role("link", name="Isi jam buka kantor").click()
    page.get_by_role("button", name="Sisipkan blok").first.click()
    for day in ("Senin", "Selasa", "Rabu", "Kamis"):
        page.get_by_label(day, exact=True).check()
    for name, time in (("opens", "08:00"), ("closes", "15:00")):
        page.locator(f"input[name$={name}]").first.fill(time)
        page.keyboard.press("Escape")
    # By keyboard: on a phone the clock of the last field moves the button away from under the mouse.
    page.get_by_role("button", name="Simpan").first.press("Enter")
    page.locator(".messages .success").wait_for()


def publish_with_photo(page, site, title):
    page.goto(f"{site}/admin/")
    page.get_by_role("link", name="Tulis pengumuman").click()
    page.get_by_role("button", name="Pilih gambar").first.click()
    window = page.locator(".modal-body")
    window.get_by_role("tab", name="Unggah").click()
    photo = {"name": "IMG_7.jpg", "mimeType": "image/jpeg", "buffer": phone_photo(title)}
    window.locator("input[type=file]").set_input_files(photo)
    window.locator("input[name$=title]").fill("Sungai")
    window.locator("input[name$=description]").fill("Warga di tepi sungai.")
    window.locator("button[type=submit]").click()
    window.wait_for(state="detached")
    # At once, before the browser has made an address of the title.
    page.locator("#id_title").fill(title)
    page.get_by_role("button", name="Terbitkan").click()
    page.locator(".messages .success").wait_for()


def test_from_the_invitation_to_the_first_announcement_with_a_photo(page, open_page, invitation):
    site = invitation.partition("/admin/")[0]
    choose_password(page, invitation)
    choose_language(page, site, "en", "Account")
    choose_language(page, site, "id", "Akun")
    fill_opening_hours(page, site)
    publish_with_photo(page, site, "Kerja bakti di sungai")

    reader = open_page()
    reader.goto(site)
    assert reader.get_by_text("08.00–15.00 WIB").first.is_visible()
    reader.get_by_role("link", name="Kerja bakti di sungai").first.click()
    assert reader.url == f"{site}/pengumuman/kerja-bakti-di-sungai/"
    assert reader.locator("main picture img").first.get_attribute("alt") == "Warga di tepi sungai."
