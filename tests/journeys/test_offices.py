"""An office publishes once for many villages; each of them does with it what it wants. In Indonesian."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from sites.demo.accounts import PASSWORD, admin_email, office_email

TITLE, ENGLISH = "Latihan tari bersama", "Dancing together"
CORRECTED = "Latihan tari bersama di balai desa"
PLACES = {"/": TITLE, "/pengumuman/": TITLE, "/en/announcements/": ENGLISH, "/cari/?q=tari": "Latihan tari"}
ADMIN_OF_SEGOBANG = (
    "from sites.demo.accounts import add_village_accounts; from sites.models import Village; "
    "add_village_accounts(Village.objects.get(name='Segobang'), 'segobang')"
)


@pytest.fixture
def readers(open_page, village_url, portal_url):
    """A function: what readers of a village, or of the portal, see at a path."""
    page = open_page()

    def read(slug, path="/pengumuman/"):
        page.goto((village_url(slug) if slug else portal_url) + path)
        return page.locator("body").inner_text()

    return read


@pytest.fixture
def officer(open_page, log_in):
    """A function: somebody of an office's staff, logged in at the portal."""

    def enter(slug):
        page = open_page()
        log_in(page, office_email(slug), PASSWORD)
        return page

    return enter


def write(page, title):
    page.get_by_role("link", name="Tulis pengumuman").click()
    page.locator("#id_title").fill(title)
    page.locator("#id_summary").fill("Terbuka bagi semua warga.")


def choose_district(page, name):
    page.get_by_label("Desa/kelurahan di kecamatan tertentu").check()
    page.locator(f"[name=audience_districts][value={name}]").check()


def publish(page):
    with page.expect_navigation():  # a message of before may still stand there
        page.get_by_role("button", name="Terbitkan").first.click()
    page.locator(".messages .success").wait_for()


def translate(page, title):
    """Make the English version of the page that is open, and publish it."""
    edit_url = page.url
    page.goto(edit_url.replace("/pages/", "/translation/submit/page/").removesuffix("edit/"))
    page.locator("main form input[type=checkbox]").first.check()
    page.locator("main form [type=submit]").last.click()
    page.wait_for_url(re.compile(r"/pages/\d+/"))
    page.locator("#id_title").fill(title)
    assert page.locator("[name=audience]").count() == 0
    publish(page)


def edit_url(page):
    """Where the page that was just published is edited."""
    return page.locator(".messages a[href$='/edit/']").first.get_attribute("href")


def act_on(page, site, title):
    """Open what a village may choose about an office's page."""
    page.goto(f"{site}/admin/")
    page.get_by_role("link", name="Lihat yang baru").click()
    page.get_by_role("link", name=title).first.click()


def test_one_page_for_one_district_stands_in_its_villages_as_each_of_them_likes(
    new_village, open_page, officer, readers, log_in, portal_url, village_url, manage
):
    # Tamansari and Segobang lie in Licin, Kemiren does not.
    office = officer("disbudpar")
    write(office, TITLE)
    choose_district(office, "Licin")
    assert office.locator("[data-reach]").inner_text() == "2"
    publish(office)
    assert "Tampil di 2 desa/kelurahan." in office.locator(".messages").inner_text()
    original = portal_url + edit_url(office)
    office.goto(original)
    translate(office, ENGLISH)
    assert TITLE in readers("tamansari") and TITLE in readers("segobang") and TITLE not in readers("kemiren")
    print("URL", office.url, office.locator(".messages").inner_text())
    assert ENGLISH in readers("tamansari", "/en/announcements/")
    assert TITLE in readers("", "/kantor/disbudpar/")

    village = open_page()
    tamansari = village_url("tamansari")
    log_in(village, admin_email("tamansari"), PASSWORD, at=tamansari)
    act_on(village, tamansari, TITLE)
    village.get_by_label("Catatan kami (bahasa Indonesia)").fill("Di desa kita hari Kamis, di balai.")
    village.get_by_role("button", name="Simpan").click()
    village.locator(".messages .success").wait_for()
    assert "Di desa kita hari Kamis" in readers("tamansari", "/pengumuman/disbudpar/latihan-tari-bersama/")

    office.goto(original)
    office.locator("#id_title").fill(CORRECTED)
    publish(office)
    assert CORRECTED in readers("tamansari") and CORRECTED in readers("segobang")
    assert "Di desa kita hari Kamis" in readers("tamansari", "/pengumuman/disbudpar/latihan-tari-bersama/")

    neighbour, segobang = open_page(), village_url("segobang")
    manage("shell", "--command", ADMIN_OF_SEGOBANG)
    log_in(neighbour, admin_email("segobang"), PASSWORD, at=segobang)
    act_on(neighbour, segobang, CORRECTED)
    neighbour.get_by_label("Jangan tampilkan di situs kami").check()
    neighbour.get_by_role("button", name="Simpan").click()
    neighbour.locator(".messages .success").wait_for()
    assert TITLE not in readers("segobang") and CORRECTED in readers("tamansari")

    office.goto(f"{portal_url}/admin/jangkauan/")
    office.get_by_role("link", name=CORRECTED).click()
    assert "Desa Segobang" in office.locator("#hidden-by-content").inner_text()

    neighbour.get_by_role("button", name="Tampilkan lagi").click()
    neighbour.locator(".messages .success", has_text="tampil lagi").wait_for()
    assert CORRECTED in readers("segobang")
    for path, words in PLACES.items():
        assert words in readers("tamansari", path), path

    office.goto(original.replace("/edit/", "/unpublish/"))
    office.locator("main form [type=submit]").last.click()
    office.locator(".messages .success").wait_for()
    assert TITLE not in readers("segobang")
    for path in PLACES:
        seen = readers("tamansari", path)
        assert TITLE not in seen and ENGLISH not in seen, path
    assert TITLE not in readers("", "/pengumuman/") and ENGLISH not in readers("", "/en/announcements/")
    assert TITLE not in readers("segobang", "/pengumuman/disbudpar/latihan-tari-bersama/")


def test_an_emergency_of_bpbd_stands_on_every_village_until_it_is_ended(officer, readers, portal_url):
    office = officer("bpbd")
    write(office, "Peringatan dini tsunami")
    office.get_by_label("Semua desa dan kelurahan").check()
    office.locator("#id_severity").select_option("emergency")
    end = timezone.localtime() + timedelta(hours=6)
    office.locator("#id_expires_at").fill(end.strftime("%Y-%m-%d %H:%M"))
    office.locator("#id_title").click()  # closes the calendar
    publish(office)
    edit = portal_url + edit_url(office)
    for slug in ("kemiren", "kedungrejo", "tamansari", ""):
        assert "Peringatan dini tsunami" in readers(slug, "/"), slug
    assert "Peringatan dini tsunami" in readers("kemiren", "/en/")

    office.goto(edit.replace("/edit/", "/unpublish/"))
    office.locator("main form [type=submit]").last.click()
    office.locator(".messages .success").wait_for()
    for slug in ("kemiren", "kedungrejo", ""):
        assert "Peringatan dini tsunami" not in readers(slug, "/"), slug
