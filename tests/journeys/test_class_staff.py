"""A village's admin makes a class, registers people, takes attendance and cancels a session on a phone."""

from datetime import datetime
from zoneinfo import ZoneInfo

from playwright.sync_api import Page

from culture.recurrence import DAY_CODES
from sites.demo.accounts import PASSWORD
from tests.journeys.support.looking import fits_the_screen

TITLE = "Kelas tari untuk uji coba"
PEOPLE = {"Mbah Sumi": "081200000011", "Bu Rini": "081200000012"}


def today_code() -> str:
    return DAY_CODES[datetime.now(ZoneInfo("Asia/Jakarta")).weekday()]


def press(page: Page, name: str) -> None:
    """Press a button of the page itself, not of Wagtail's frame around it."""
    page.locator("main").get_by_role("button", name=name).first.click()


def make_class(page: Page, site: str) -> None:
    page.goto(f"{site}/admin/pages/")
    page.goto(f"{site}/admin/pages/{class_list(page)}/add_subpage/")
    page.locator("#id_title").wait_for()
    page.locator("#id_title").fill(TITLE)
    page.locator("#id_place").fill("Balai desa")
    page.locator(f"input[name=recurrence_days][value={today_code()}]").check()
    last_day = f"{datetime.now(ZoneInfo('Asia/Jakarta')).year + 1}-06-30"
    page.locator("#id_term_to").fill(last_day)
    # The calendar that opened would lie over the button.
    page.keyboard.press("Tab")
    assert fits_the_screen(page)
    page.get_by_role("button", name="Terbitkan").first.click()
    page.locator(".messages .success").wait_for()


def class_list(page: Page) -> str:
    """The number of the village's list of classes, as the admin's own scripts would ask for it."""
    question = "/admin/api/main/pages/?slug=kelas"
    answer = page.evaluate("(question) => fetch(question).then((answer) => answer.json())", question)
    return str(answer["items"][0]["id"])


def register(page: Page, name: str, number: str) -> None:
    page.get_by_role("link", name="Daftarkan seseorang").click()
    page.locator("#id_name").fill(name)
    page.get_by_label("18 sampai 59 tahun").check()
    page.locator("#id_whatsapp").fill(number)
    page.locator("#id_agreed").check()
    press(page, "Daftarkan")
    page.locator(".messages .success").wait_for()
    page.get_by_role("link", name="Kembali ke pendaftaran").click()


def test_an_admin_looks_after_a_class_on_a_phone(page, log_in, village_url):
    site = village_url("temenggungan")
    log_in(page, "admin@temenggungan.example", PASSWORD, at=site)
    make_class(page, site)
    page.goto(f"{site}/admin/kelas/")
    page.get_by_role("link", name=TITLE).click()
    for name, number in PEOPLE.items():
        register(page, name, number)
    assert fits_the_screen(page)

    page.get_by_role("link", name="Pertemuan dan kehadiran").click()
    assert fits_the_screen(page)
    page.get_by_role("link", name="Catat kehadiran").first.click()
    assert fits_the_screen(page)
    page.get_by_label("Mbah Sumi").check()
    press(page, "Simpan kehadiran")
    page.get_by_text("Hadir: 1").first.wait_for()

    page.get_by_role("link", name="Batalkan pertemuan").nth(1).click()
    page.locator("#id_reason").fill("Pelatih sakit")
    press(page, "Batalkan pertemuan")
    assert fits_the_screen(page)
    for name in PEOPLE:
        row = page.locator("main li", has_text=name)
        assert "Pelatih%20sakit" in row.get_by_role("link", name="Buka WhatsApp").get_attribute("href")
        row.get_by_role("button", name="Sudah diberi tahu").click()
        row.wait_for(state="detached")
    page.get_by_text("Semua sudah diberi tahu").wait_for()


def test_attendance_is_taken_without_scripts(no_script_page, log_in, village_url):
    page, site = no_script_page, village_url("temenggungan")
    log_in(page, "admin@temenggungan.example", PASSWORD, at=site)
    page.goto(f"{site}/admin/kelas/")
    page.get_by_role("link", name=TITLE).click()
    page.get_by_role("link", name="Pertemuan dan kehadiran").click()
    page.get_by_role("link", name="Perbaiki kehadiran").first.click()
    assert page.get_by_label("Mbah Sumi").is_checked()
    page.get_by_label("Bu Rini").check()
    press(page, "Simpan kehadiran")
    page.get_by_text("Hadir: 2").first.wait_for()
