"""Where share images are, who may see them, and when they are made."""

import io
import logging
import re
from io import StringIO
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.utils import timezone
from PIL import Image
from wagtail.models import PageViewRestriction

from sites.discovery import share_images
from sites.models import AnnouncementPage, SiteSettings, VillageImage
from tests.factories import sites as factories

HOST = "kemiren.localhost"


def address_on(html: str) -> str:
    return re.search(r'<meta property="og:image" content="http://[^/]+(/[^"]+)">', html)[1]


@pytest.fixture
def files(settings):
    """The share images on the disk."""
    return lambda: sorted(Path(settings.SHARE_IMAGE_ROOT).rglob("*.*"))


@pytest.fixture
def drawn(monkeypatch):
    """How often a card was drawn."""
    calls = []
    original = share_images.draw_card

    def draw(*arguments):
        calls.append(arguments[0])
        return original(*arguments)

    monkeypatch.setattr(share_images, "draw_card", draw)
    return calls


@pytest.fixture
def notice(kemiren):
    return factories.make_announcement(kemiren, "Kerja bakti")


@pytest.fixture
def address(notice, get):
    return address_on(get(HOST, "/pengumuman/kerja-bakti/").text)


def test_the_picture_named_on_a_page_is_a_jpeg_that_browsers_may_keep(address, get):
    answer = get(HOST, address)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "image/jpeg"
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    content = answer.getvalue()
    assert len(content) <= 100_000
    assert Image.open(io.BytesIO(content)).size == (1200, 630)
    assert not answer.cookies


@pytest.mark.parametrize("path", ["/", "/pengumuman/", "/en/", "/en/announcements/", "/profil/"])
def test_every_page_has_a_picture_of_its_own(kemiren, get, path):
    factories.make_page(kemiren)
    page = get(HOST, path).text
    assert get(HOST, address_on(page)).status_code == 200
    assert address_on(page) != address_on(get("localhost", "/").text)


def test_reading_a_page_draws_nothing_and_the_first_request_draws_once(address, get, drawn, files):
    assert drawn == [] and files() == []
    assert get(HOST, address).status_code == get(HOST, address).status_code == 200
    assert len(drawn) == 1
    assert [path.suffix for path in files()] == [".jpg"]


def test_publishing_draws_the_picture_so_that_no_messenger_waits(kemiren, get, drawn, files):
    page = factories.make_announcement(kemiren, "Kerja bakti", live=False)
    page.save_revision().publish()
    assert [card.title for card in drawn] == ["Kerja bakti"]
    address = address_on(get(HOST, "/pengumuman/kerja-bakti/").text)
    assert get(HOST, address).status_code == 200
    assert len(drawn) == len(files()) == 1


def test_a_published_page_keeps_one_file_however_often_it_changes(notice, files):
    for title in ("Satu", "Dua", "Tiga"):
        notice.title = title
        notice.save_revision().publish()
    assert len(files()) == 1


def test_a_made_up_digest_draws_nothing_and_leads_to_the_current_picture(address, get, drawn):
    digest = re.search(r"-(\w+)\.jpg", address)[1]
    for wrong in ("0" * 16, digest[::-1], "f" + digest[1:]):
        answer = get(HOST, address.replace(digest, wrong))
        assert (answer.status_code, answer.get("Location")) == (302, address)
    for broken in (digest[:-1], digest + "0", digest.upper() + "Z", "../" + digest, ""):
        assert get(HOST, address.replace(digest, broken)).status_code == 404
    assert drawn == []


def test_an_old_address_leads_to_the_picture_of_today(notice, address, get):
    AnnouncementPage.objects.filter(pk=notice.pk).update(title="Kerja bakti ditunda")
    answer = get(HOST, address)
    assert answer.status_code == 302
    assert get(HOST, answer["Location"]).status_code == 200


def test_the_picture_of_another_villages_page_is_not_there(address, get, other):
    for host in (other.hostname, "localhost"):
        assert get(host, address).status_code == 404


def test_a_draft_has_no_picture_and_none_is_drawn(kemiren, notice, address, get, drawn, files):
    draft = factories.make_announcement(kemiren, "Rahasia", live=False)
    share_images.prepare(draft.pk)
    notice.unpublish()
    assert get(HOST, address).status_code == 404
    assert get(HOST, share_images.address(draft.pk, "0" * 16)).status_code == 404
    assert drawn == [] and files() == []


def test_a_page_behind_a_password_has_no_picture(notice, address, get, drawn):
    PageViewRestriction.objects.create(
        page=notice.get_parent(), restriction_type=PageViewRestriction.PASSWORD, password="rahasia"
    )
    assert get(HOST, address).status_code == 404
    notice.save_revision().publish()
    assert drawn == []


def test_an_english_page_has_no_picture_while_the_village_shows_no_english(kemiren, get):
    address = address_on(get(HOST, "/en/announcements/").text)
    assert get(HOST, address).status_code == 200
    SiteSettings.objects.filter(site=kemiren.site).update(english_enabled=False)
    assert get(HOST, address).status_code == 404


def test_the_picture_of_an_english_page_is_in_english(kemiren, get, drawn):
    get(HOST, address_on(get(HOST, "/en/announcements/").text))
    get(HOST, address_on(get(HOST, "/pengumuman/").text))
    assert [card.subtitle for card in drawn] == [
        "Glagah district, Banyuwangi",
        "Kecamatan Glagah, Banyuwangi",
    ]


@pytest.mark.parametrize("change", [{"accent": "naga"}])
def test_another_colour_gives_every_page_another_address(kemiren, address, get, change):
    SiteSettings.objects.filter(site=kemiren.site).update(**change)
    assert address_on(get(HOST, "/pengumuman/kerja-bakti/").text) != address


def test_an_urgent_notice_carries_its_level_until_it_ends(kemiren, notice):
    assert notice.share_label() is None
    notice.severity = "emergency"
    assert notice.share_label().tone == "emergency" and str(notice.share_label().text) == "Darurat"
    notice.expires_at = timezone.now()
    assert notice.share_label() is None


def test_a_page_with_a_picture_shows_a_crop_of_it_and_says_what_is_on_it(kemiren, notice, get, drawn):
    image = factories.make_media(VillageImage, kemiren, "Balai")
    VillageImage.objects.filter(pk=image.pk).update(description="Balai desa dari depan")
    AnnouncementPage.objects.filter(pk=notice.pk).update(listing_image=image)
    page = get(HOST, "/pengumuman/kerja-bakti/").text
    assert '<meta property="og:image:alt" content="Balai desa dari depan">' in page
    assert get(HOST, address_on(page)).status_code == 200
    assert drawn[0].picture == image.file.name


def test_a_picture_whose_file_is_gone_gives_way_to_the_drawn_card(kemiren, notice, get, caplog):
    image = factories.make_media(VillageImage, kemiren, "Balai")
    AnnouncementPage.objects.filter(pk=notice.pk).update(listing_image=image)
    default_storage.delete(image.file.name)
    assert get(HOST, address_on(get(HOST, "/pengumuman/kerja-bakti/").text)).status_code == 200
    assert "cannot be read" in caplog.text


def test_what_goes_wrong_in_the_drawing_keeps_no_page_from_being_published(kemiren, monkeypatch, caplog):
    def fail(*arguments):
        raise OSError("no space left")

    monkeypatch.setattr(share_images, "draw_card", fail)
    page = factories.make_announcement(kemiren, "Kerja bakti", live=False)
    with caplog.at_level(logging.ERROR):
        page.save_revision().publish()
    assert AnnouncementPage.objects.live().filter(pk=page.pk).exists()
    assert "cannot be drawn" in caplog.text


def test_the_command_draws_what_is_missing_and_removes_what_belongs_to_no_page(kemiren, notice, files):
    out = StringIO()
    call_command("make_share_images", stdout=out)
    # Home, announcements, courses, calendar, culture and services of village and portal; complaints and
    # public information of the village; news, offices and market of the portal, each in both languages; the
    # notice.
    assert len(files()) == 35
    notice.delete()
    call_command("make_share_images", stdout=out)
    assert len(files()) == 34
    assert "1 removed" in out.getvalue()
