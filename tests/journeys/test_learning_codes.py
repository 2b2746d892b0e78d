"""Somebody learns on one phone, and goes on on another with a learning code; the certificate comes along."""

import re

import pytest

from tests.journeys.support.certificates import certificate_paths

pytestmark = pytest.mark.once

CODE = re.compile(r"\b[a-z]+-[a-z]+-[a-z]+-[0-9]{2}\b")


def text_of(page):
    return page.locator("main").inner_text()


@pytest.fixture
def course(village_url):
    return f"{village_url('kemiren')}/belajar/bahasa-osing-dasar/"


@pytest.fixture
def codes(village_url):
    return f"{village_url('kemiren')}/kode-belajar/"


def read_first_lesson(page, course):
    """Open the course, its first lesson, and go on to the next."""
    page.goto(course)
    page.locator("ol.course-steps li a").first.click()
    page.locator("a[rel=next]").click()
    page.locator("a[rel=prev]").wait_for()


def make_code(page, codes):
    page.goto(codes)
    page.get_by_role("button", name="Buat kode").click()
    page.get_by_text("Selesai. Catat kode ini").wait_for()
    return CODE.search(page.locator("[data-part=code]").inner_text())[0]


def ticks(page):
    return page.locator("ol.course-steps li[data-lesson][data-done]").count()


def test_what_was_read_shows_on_the_course_and_leads_on(page, course):
    page.goto(course)
    assert ticks(page) == 0 and page.locator("[data-continue]").is_hidden()
    read_first_lesson(page, course)
    second = page.locator("h1").inner_text()
    page.goto(course)
    assert ticks(page) == 1
    assert re.search(r"\b1 dari \d+ pelajaran selesai", text_of(page))
    page.get_by_role("link", name=f"Lanjutkan: {second}").click()
    assert page.locator("h1").inner_text() == second


def test_a_learning_code_brings_progress_to_a_second_phone(page, open_page, course, codes):
    read_first_lesson(page, course)
    code = make_code(page, codes)
    assert code not in page.url
    second = open_page()
    second.goto(codes)
    field = second.get_by_label("Kode belajar dari HP lain")
    field.fill("sawah melati perahu 99")
    second.get_by_role("button", name="Pulihkan di sini").click()
    second.get_by_text("Kode ini tidak dikenal di sini").wait_for()
    assert field.input_value() == "sawah melati perahu 99"
    field.fill(code.upper().replace("-", " "))
    second.get_by_role("button", name="Pulihkan di sini").click()
    second.get_by_text("Kemajuan di HP lain kini ada juga di HP ini").wait_for()
    second.goto(course)
    assert ticks(second) == 1
    assert not second.context.cookies()


def test_the_same_phone_keeps_its_code(page, course, codes):
    read_first_lesson(page, course)
    code = make_code(page, codes)
    page.reload()
    assert code in text_of(page)
    page.get_by_role("button", name="Perbarui isi kode").click()
    page.get_by_text("Selesai. Catat kode ini").wait_for()
    assert code in text_of(page)


def test_progress_can_be_forgotten(page, course):
    read_first_lesson(page, course)
    page.goto(course)
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Lupakan kemajuan saya di HP ini").click()
    assert ticks(page) == 0 and page.locator("[data-course-progress]").is_hidden()


def test_a_browser_that_keeps_nothing_shows_courses_all_the_same(page, course):
    page.add_init_script("Storage.prototype.setItem = () => { throw new Error('full'); }")
    read_first_lesson(page, course)
    page.goto(course)
    assert ticks(page) == 0


def test_without_scripts_the_page_says_honestly_what_it_can_not_do(no_script_page, codes):
    no_script_page.goto(codes)
    text = text_of(no_script_page)
    assert "Halaman ini memerlukan JavaScript" in text and "Buat kode" not in text


def test_a_learner_claims_a_certificate_without_scripts_and_others_check_it(
    no_script_page, server, village_url
):
    page, site = no_script_page, village_url("kemiren")
    page.goto(site + certificate_paths(server)["claim"])
    page.get_by_role("textbox", name="Nama Anda").fill("081234567890")
    page.get_by_role("button", name="Buat sertifikat saya").click()
    assert page.locator(".errors").is_visible()
    page.get_by_role("textbox", name="Nama Anda").fill("Peserta Baru")
    page.get_by_role("button", name="Buat sertifikat saya").click()
    code = re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}", text_of(page))[0]
    with page.expect_download() as download:
        page.get_by_role("link", name="Unduh sertifikat").click()
    assert download.value.suggested_filename == f"sertifikat-{code}.pdf"
    page.goto(f"{site}/sertifikat/")
    page.get_by_label("Kode sertifikat").fill(code.lower())
    page.get_by_role("button", name="Periksa").click()
    assert "Sertifikat ini asli" in text_of(page) and "Peserta Baru" in text_of(page)
