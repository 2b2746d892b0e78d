"""A parent registers a child on a phone without scripts, and cancels by the link; the next one moves up."""

import re
from urllib.parse import unquote

import pytest

from tests.journeys.support.letters import newest_letter

FULL = "komputer-dasar"  # in the demo, and nobody waits
CODE = re.compile(r"\b[2-9A-Z]{3}-[2-9A-Z]{3}\b")


def text_of(page):
    return page.locator("main").inner_text()


def fill_in(page, name, age, **fields):
    page.get_by_label("Nama peserta").fill(name)
    page.locator(f"[name=age_group][value={age}]").check()
    for field, value in fields.items():
        page.locator(f"[name={field}]").fill(value)
    page.locator("[name=agreed]").check()


def send(page):
    """People take longer than the few seconds that tell them from a program; who is faster is asked again."""
    while True:
        with page.expect_navigation():
            page.locator("main form button[type=submit]").click()
        text = text_of(page)
        if "sangat cepat" not in text:
            return text


@pytest.fixture
def sent(server, manage):
    """A function: the newest letter, once all that is queued has gone out."""

    def newest():
        manage("send_letters", "--once")
        return newest_letter(server)

    return newest


def test_a_parent_registers_a_child_and_cancels_and_the_next_one_moves_up(
    no_script_page, open_page, village_url, sent
):
    page, site = no_script_page, village_url("kemiren")
    page.goto(f"{site}/")
    page.goto(f"{site}/kelas/tari-gandrung-anak/")
    page.get_by_role("link", name="Daftar kelas").click()
    fill_in(page, "Anak Contoh Baru", "child", email="wali@contoh.example")
    assert "Tulis juga nama Anda" in send(page)
    assert page.get_by_label("Nama peserta").input_value() == "Anak Contoh Baru"
    page.locator("[name=guardian_name]").fill("Wali Contoh Baru")
    ticket = send(page)
    assert "mendapat tempat" in ticket
    code = CODE.search(ticket)[0]
    assert not page.context.cookies()

    letter = sent()
    assert code in letter and "Halo Wali Contoh Baru" in letter
    link = re.search(r"http://\S+/tiket/\S+", letter)[0]
    fresh = open_page(java_script_enabled=False)
    fresh.goto(link)
    assert code in text_of(fresh)
    fresh.get_by_role("link", name="Batalkan pendaftaran ini").click()
    fresh.get_by_role("button", name="Ya, batalkan").click()
    assert "sudah dibatalkan" in text_of(fresh)
    fresh.get_by_role("link", name="Daftar lagi").click()
    assert fresh.locator("[name=guardian_name]").is_visible()


def test_the_back_button_shows_what_was_typed_and_registers_nobody_twice(page, village_url):
    page.goto(f"{village_url('kemiren')}/kelas/tari-gandrung-anak/")
    page.get_by_role("link", name="Daftar kelas").click()
    child = {"guardian_name": "Wali Contoh Kembali", "email": "kembali@contoh.example"}
    fill_in(page, "Anak Contoh Kembali", "child", **child)
    first = CODE.search(send(page))[0]
    page.go_back()
    assert page.get_by_label("Nama peserta").input_value() == "Anak Contoh Kembali"
    assert CODE.search(send(page))[0] == first


def test_a_ticket_is_printed_on_one_sheet_with_the_number_of_the_village(page, village_url):
    page.goto(f"{village_url('kemiren')}/kelas/tari-gandrung-anak/")
    page.get_by_role("link", name="Daftar kelas").click()
    child = {"guardian_name": "Wali Contoh Cetak", "whatsapp": "0800 000 0998"}
    fill_in(page, "Anak Contoh Cetak", "child", **child)
    code = CODE.search(send(page))[0]
    page.emulate_media(media="print")
    assert page.get_by_text(f"sebut kode {code}").is_visible()
    assert not page.locator(".banner:visible").count()
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) == 1


def test_who_waits_gets_the_seat_of_who_cancels(no_script_page, open_page, server, village_url):
    page, site = no_script_page, village_url("kedungrejo")
    page.goto(f"{site}/kelas/{FULL}/")
    page.get_by_role("link", name="Masuk daftar tunggu").click()
    fill_in(page, "Peserta Contoh Terakhir", "adult", whatsapp="0800 000 0999")
    assert "Di daftar tunggu, urutan ke-1" in send(page)
    link = page.get_by_role("link", name="Kirim kode ke desa").get_attribute("href")
    assert CODE.search(unquote(link))
    leave(open_page(java_script_enabled=False), server, site)
    page.reload()
    assert "mendapat tempat" in text_of(page)


def leave(page, server, site):
    """Somebody with a seat cancels by their link."""
    page.goto(site + first_seated(server) + "batal/")
    page.get_by_role("button", name="Ya, batalkan").click()


FIRST_SEATED = """
import django
django.setup()
from culture.models import Registration
from culture.registering.tickets import path_of
from sites.models import Village
seated = Registration.objects.seated().filter(class_page__slug="komputer-dasar").first()
print(path_of(seated, Village.objects.owning(seated.class_page).get().site))
"""


def first_seated(server) -> str:
    return server.python("-c", FIRST_SEATED).strip()


def test_a_class_can_be_found_and_read_in_english(page, village_url):
    page.goto(f"{village_url('kemiren')}/en/classes/")
    page.get_by_role("link", name="Gandrung Dance for Children").first.click()
    text = text_of(page)
    assert "Every Sunday" in text and "Free of charge" in text and "The hall is needed" in text
