"""An emergency of the regency stands on top of the villages' pages, at once and until it ends."""

from datetime import timedelta

import pytest
from django.utils import timezone

from sites.models import AnnouncementPage, Office, VillageSharing
from tests.factories import sites as factories

KEMIREN, OTHER, PORTAL = "kemiren.localhost", "lain.localhost", "localhost"


@pytest.fixture
def bpbd(kemiren, other):
    return factories.make_office("bpbd", may_alert=True)


@pytest.fixture
def banners(get):
    """Titles of the notices on top of a page of a host."""

    def read(host, path="/profil-desa/"):
        path = "/" if host == PORTAL and path == "/profil-desa/" else path
        parts = get(host, path).content.decode().split('<aside class="banner"')[1:]
        return [part.split("</a>")[0].rsplit(">", 1)[1] for part in parts]

    return read


def warn(publisher, title="Erupsi", **values):
    end = timezone.now() + timedelta(days=1)
    return factories.make_shared(publisher, title, **{"severity": "emergency", "expires_at": end, **values})


def test_it_stands_on_all_villages_and_on_the_portal_in_one_request(bpbd, banners):
    warn(bpbd)
    assert [banners(host) for host in (KEMIREN, OTHER, PORTAL)] == [["Erupsi"]] * 3


def test_the_portal_itself_warns_too(bpbd, banners):
    warn(None, "Gempa")
    assert banners(KEMIREN) == ["Gempa"]


def test_it_stands_in_the_villages_of_one_district_only(portal, banners):
    factories.make_village(KEMIREN, district="Glagah")
    factories.make_village(OTHER, district="Licin")
    warn(factories.make_office("bpbd", may_alert=True), audience="districts", audience_districts=["Licin"])
    assert (banners(KEMIREN), banners(OTHER)) == ([], ["Erupsi"])


def test_it_stands_above_the_notice_of_the_village_which_stays(bpbd, kemiren, banners):
    end = timezone.now() + timedelta(days=1)
    factories.make_announcement(kemiren, "Jalan putus", severity="emergency", expires_at=end)
    warn(bpbd)
    assert banners(KEMIREN) == ["Erupsi", "Jalan putus"] and banners(OTHER) == ["Erupsi"]


@pytest.mark.parametrize("path", ["/luring/", "/en/offline/"])
def test_devices_do_not_keep_it_with_the_page_that_they_show_without_a_line(bpbd, banners, get, path):
    warn(bpbd)
    assert banners(KEMIREN, path) == []
    assert b"og:title" not in get(KEMIREN, path).content


@pytest.mark.parametrize("by_hand", [True, False])
def test_it_ends_by_date_or_by_hand_on_the_next_request(bpbd, banners, by_hand):
    page = warn(bpbd)
    factories.translate(page, "Eruption")
    assert banners(KEMIREN) == ["Erupsi"] and banners(KEMIREN, "/en/") == ["Eruption"]
    if by_hand:
        page.unpublish()
    else:
        AnnouncementPage.objects.update(expires_at=timezone.now())
    assert not any(banners(host, path) for host in (KEMIREN, PORTAL) for path in ("/", "/en/"))


def test_no_village_can_hide_it(bpbd, kemiren, banners, get):
    page = warn(bpbd)
    VillageSharing.objects.create(village=kemiren, translation_key=page.translation_key, is_hidden=True)
    assert banners(KEMIREN) == ["Erupsi"]
    assert "Erupsi" in get(KEMIREN, "/pengumuman/").content.decode()


def test_what_was_hidden_shows_again_once_it_becomes_an_emergency(bpbd, kemiren, banners):
    page = factories.make_shared(bpbd, "Erupsi")
    VillageSharing.objects.create(village=kemiren, translation_key=page.translation_key, is_hidden=True)
    page.severity, page.expires_at = "emergency", timezone.now() + timedelta(days=1)
    factories.publish(page)
    assert banners(KEMIREN) == ["Erupsi"]


def test_it_says_who_warns(bpbd, get):
    warn(bpbd)
    assert "Darurat · Bpbd" in get(KEMIREN, "/profil-desa/").text


def test_it_leads_to_its_text_in_the_frame_of_the_village(bpbd, get):
    warn(bpbd)
    body = get(KEMIREN, "/profil-desa/").content.decode()
    assert '<a href="/pengumuman/bpbd/erupsi/" lang="id">Erupsi</a>' in body
    assert get(KEMIREN, "/pengumuman/bpbd/erupsi/").status_code == 200


def test_an_english_reader_sees_it_before_it_is_translated(bpbd, banners):
    warn(bpbd)
    assert banners(KEMIREN, "/en/") == ["Erupsi"]


def test_no_browser_or_proxy_keeps_a_page_without_asking_whether_it_still_holds(bpbd, get):
    first = get(KEMIREN, "/")
    assert first["Cache-Control"] == "no-cache"
    warn(bpbd)
    again = get(KEMIREN, "/", HTTP_IF_NONE_MATCH=first["ETag"])
    assert again.status_code == 200 and "Erupsi" in again.content.decode()


def test_an_office_that_may_not_warn_has_no_banner_on_villages(bpbd, kemiren, banners):
    page = warn(factories.make_office("disbudpar"), "Festival")
    assert AnnouncementPage.objects.get(pk=page.pk).severity == "emergency"
    assert banners(KEMIREN) == [] and banners(PORTAL) == []


def test_an_office_that_may_no_longer_warn_loses_its_banners(bpbd, banners):
    warn(bpbd)
    Office.objects.update(may_alert=False)
    assert banners(KEMIREN) == []
