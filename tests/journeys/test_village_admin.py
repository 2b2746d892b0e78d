"""A day of Kemiren's operator, on a phone and in Indonesian."""

import json
from datetime import timedelta
from urllib.request import Request, urlopen

import pytest
from django.utils import timezone

from sites.demo.accounts import PASSWORD, admin_email
from tests.journeys.support.photos import metadata, phone_photo, size

END_EVERYTHING = """
from django.utils import timezone
from sites.models import AnnouncementPage
from sites.page_cache.changes import everything_changed
AnnouncementPage.objects.filter(severity="emergency").update(expires_at=timezone.now())
everything_changed()  # as the minute would that ends with them
"""


@pytest.fixture
def kemiren(village_url):
    return village_url("kemiren")


@pytest.fixture
def operator(page, log_in, kemiren):
    log_in(page, admin_email("kemiren"), PASSWORD, at=kemiren)
    return page


def fetch(url):
    """Fetch a file of Kemiren; only browsers know by themselves where *.localhost is."""
    host = url.split("/")[2]
    address = url.replace("kemiren.localhost", "127.0.0.1")
    with urlopen(Request(address, headers={"Host": host})) as answer:
        return answer.read()


def write_announcement(page, title, severity=None, ends=None):
    page.get_by_role("link", name="Tulis pengumuman").click()
    page.locator("#id_title").fill(title)
    page.locator("#id_summary").fill("Ditulis dari ponsel.")
    if severity:
        page.locator("#id_severity").select_option(severity)
    if ends:
        page.locator("#id_expires_at").fill(ends)
        page.keyboard.press("Escape")


def publish(page):
    page.get_by_role("button", name="Terbitkan").click()


def open_upload(page):
    """Open the picture chooser at its upload form."""
    page.get_by_role("button", name="Pilih gambar").first.click()
    window = page.locator(".modal-body")
    window.locator("input[type=file]").wait_for(state="attached")
    window.get_by_role("tab", name="Unggah").click()
    window.locator("input[type=file]").wait_for()
    return window


def upload(window, name, data, description):
    window.locator("input[type=file]").set_input_files(
        {"name": name, "mimeType": "image/jpeg", "buffer": data}
    )
    window.locator("input[name$=title]").fill("Foto dari ponsel")
    window.locator("input[name$=description]").fill(description)
    window.locator("button[type=submit]").click()


def add_photo(page, description):
    window = open_upload(page)
    upload(window, "IMG_20261124_101500.jpg", phone_photo(description), description)
    window.wait_for(state="detached")


def test_an_announcement_with_a_phone_photo_is_published_and_seen_live(operator, open_page, kemiren):
    write_announcement(operator, "Panen raya di sawah timur")
    add_photo(operator, "Padi menguning di sawah timur.")
    publish(operator)
    operator.locator(".messages .success").wait_for()

    reader = open_page()
    reader.goto(kemiren + "/pengumuman/panen-raya-di-sawah-timur/")
    picture = reader.locator("main picture img").first
    assert picture.get_attribute("alt") == "Padi menguning di sawah timur."
    assert int(picture.get_attribute("height")) > int(picture.get_attribute("width"))
    types = (
        reader.locator("main picture").first.locator("source").evaluate_all("all => all.map(one => one.type)")
    )
    assert types == ["image/avif", "image/webp"]
    assert metadata(fetch(kemiren + picture.get_attribute("src"))) == {}


def test_the_stored_original_keeps_nothing_but_the_picture(operator, manage, server):
    write_announcement(operator, "Foto kedua")
    add_photo(operator, "Sawah.")
    newest = (
        "from sites.models import VillageImage; import json; image = VillageImage.objects.latest('pk'); "
        "print(json.dumps({'path': image.file.path, 'collection': image.collection.name}))"
    )
    stored = json.loads(manage("shell", "-v", "0", "-c", newest).splitlines()[-1])
    assert "Kemiren" in stored["collection"]
    with open(stored["path"], "rb") as file:
        data = file.read()
    assert metadata(data) == {}
    assert size(data) == (1920, 2560)


def test_an_emergency_stands_on_every_page_and_ends_by_itself(
    operator, open_page, kemiren, village_url, manage
):
    tomorrow = timezone.localtime() + timedelta(days=1)
    write_announcement(operator, "Banjir di hulu", "emergency", tomorrow.strftime("%Y-%m-%d %H:%M"))
    publish(operator)
    operator.locator(".messages .success").wait_for()

    reader = open_page()
    paths = ["/", "/pengumuman/", "/profil-desa/", "/cari/", "/en/", "/en/about-the-village/", "/tidak-ada/"]
    for path in paths:
        reader.goto(kemiren + path)
        assert (
            reader.get_by_role("complementary", name="Current notice")
            .or_(reader.get_by_role("complementary", name="Pemberitahuan terkini"))
            .get_by_text("Banjir di hulu")
            .is_visible()
        ), path
    reader.goto(village_url("tamansari"))
    assert reader.get_by_text("Banjir di hulu").count() == 0

    manage("shell", "-c", END_EVERYTHING)
    for path in paths:
        reader.goto(kemiren + path)
        assert reader.locator("[data-severity=emergency]").count() == 0, path


def test_an_emergency_without_an_end_is_explained_and_nothing_is_lost(operator):
    write_announcement(operator, "Gempa terasa", "emergency")
    publish(operator)
    error = operator.locator("main .error-message")
    error.first.wait_for()
    assert "kapan keadaan darurat berakhir" in error.first.inner_text().lower()
    assert operator.locator("#id_title").input_value() == "Gempa terasa"


def test_a_file_that_is_no_picture_is_refused_beside_its_field(operator):
    write_announcement(operator, "Salah berkas")
    window = open_upload(operator)
    upload(window, "foto.jpg", b"<html>bukan gambar</html>", "Bukan gambar.")
    window.locator(".error-message").first.wait_for()
    assert window.locator("input[name$=description]").input_value() == "Bukan gambar."
