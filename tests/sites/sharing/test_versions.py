"""One page in two languages: what the Indonesian version decides holds for both, whatever happens to it."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from sites.models import AnnouncementIndexPage, AnnouncementPage, ShareTarget, SiteSettings, VillageSharing
from sites.models import base as base_pages
from sites.sharing.editor import tell_reach
from tests.factories import sites as factories

KEMIREN, OTHER, PORTAL = "kemiren.localhost", "lain.localhost", "localhost"
ENGLISH = "/en/announcements/bpbd/come-and-dance/"


@pytest.fixture
def bpbd(kemiren, other):
    return factories.make_office("bpbd", may_alert=True)


@pytest.fixture
def warning(bpbd):
    """An emergency in both languages; the English version has been translated by the form."""
    end = timezone.now() + timedelta(days=1)
    page = factories.make_shared(bpbd, severity="emergency", expires_at=end)
    factories.translate(page)
    return AnnouncementPage.objects.get(pk=page.pk)


def has_banner(get, host, path):
    return '<aside class="banner" data-severity="emergency"' in get(host, path).text


def test_level_and_end_of_a_translation_are_those_of_the_indonesian_version(warning, get):
    english = AnnouncementPage.objects.exclude(pk=warning.pk).get()
    assert (english.severity, english.expires_at) == ("emergency", warning.expires_at)


@pytest.mark.parametrize("change", [{"severity": "info"}, {"expires_at": timezone.now()}])
def test_ended_or_lowered_in_indonesian_it_is_so_in_english_too(warning, get, change):
    for name, value in change.items():
        setattr(warning, name, value)
    factories.publish(warning)
    for host, path in ((KEMIREN, "/"), (KEMIREN, "/en/"), (PORTAL, "/"), (PORTAL, "/en/")):
        assert not has_banner(get, host, path), (host, path)


def test_a_translation_can_not_be_raised_to_an_emergency_alone(bpbd, get):
    english = factories.translate(factories.make_shared(bpbd), severity="emergency")
    assert AnnouncementPage.objects.get(pk=english.pk).severity == "info"
    assert not has_banner(get, KEMIREN, "/en/")


def test_the_form_of_a_translation_asks_for_neither_level_nor_end(warning, log_in):
    english = AnnouncementPage.objects.exclude(pk=warning.pk).get()
    client = log_in(factories.make_officer("bpbd"))
    html = client.get(reverse("wagtailadmin_pages:edit", args=[english.pk])).text
    assert 'name="severity"' not in html and 'name="expires_at"' not in html
    html = client.get(reverse("wagtailadmin_pages:edit", args=[warning.pk])).text
    assert 'name="severity"' in html


def test_a_village_still_decides_level_and_end_of_each_language(kemiren, log_in):
    english = factories.make_announcement(kemiren, "Notice", "en")
    client = log_in(factories.make_person(kemiren), KEMIREN)
    assert 'name="severity"' in client.get(reverse("wagtailadmin_pages:edit", args=[english.pk])).text


def test_a_password_on_the_indonesian_version_closes_the_english_one_on_villages(bpbd, get):
    page = factories.make_shared(bpbd)
    factories.translate(page)
    restriction = page.view_restrictions.create(restriction_type="password", password="rahasia")
    assert get(KEMIREN, ENGLISH).status_code == 404
    restriction.delete()
    assert get(KEMIREN, ENGLISH).status_code == 200


def test_where_the_village_switches_english_off_its_address_leads_to_the_indonesian_text(bpbd, get):
    factories.translate(factories.make_shared(bpbd))
    SiteSettings.objects.update(english_enabled=False)
    assert get(KEMIREN, ENGLISH)["Location"] == "/pengumuman/bpbd/ayo-menari/"


def test_the_indonesian_address_behind_the_english_prefix_leads_to_the_translation(bpbd, get):
    factories.translate(factories.make_shared(bpbd))
    assert get(KEMIREN, "/en/pengumuman/bpbd/ayo-menari/")["Location"] == ENGLISH


def test_villages_show_it_before_its_pictures_are_made_and_also_if_they_can_not_be(bpbd, monkeypatch, get):
    seen = []

    def fail(images):
        seen.append(ShareTarget.objects.count())
        raise OSError("disk full")

    monkeypatch.setattr(base_pages, "make_renditions", fail)
    page = factories.draft_shared(bpbd)
    with pytest.raises(OSError, match="disk full"):
        page.save_revision().publish()
    assert seen == [1]
    assert "Ayo menari" in get(KEMIREN, "/pengumuman/").text


def test_a_published_copy_is_for_the_same_villages(bpbd, log_in, get):
    page = factories.make_shared(bpbd)
    client = log_in(factories.make_officer("bpbd"))
    parent = page.get_parent()
    data = {
        "new_title": "Salinan",
        "new_slug": "salinan",
        "new_parent_page": parent.pk,
        "publish_copies": "on",
    }
    client.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), data)
    assert "Salinan" in get(KEMIREN, "/pengumuman/").text


def test_no_number_of_a_villages_own_emergencies_hides_that_of_the_regency(warning, kemiren, get):
    end = timezone.now() + timedelta(days=1)
    for number in range(41):
        factories.make_announcement(kemiren, f"Sendiri {number}", severity="emergency", expires_at=end)
    html = get(KEMIREN, "/profil-desa/").text
    assert html.index(">Ayo menari</a>") < html.index(">Sendiri 40</a>")


def test_what_an_office_that_may_not_warn_publishes_can_be_hidden(bpbd, warning, kemiren, get):
    VillageSharing.objects.create(village=kemiren, translation_key=warning.translation_key, is_hidden=True)
    assert "Ayo menari" in get(KEMIREN, "/pengumuman/").text
    bpbd.may_alert = False
    bpbd.save()
    assert "Ayo menari" not in get(KEMIREN, "/pengumuman/").text


def test_choices_go_with_both_versions_when_they_are_deleted_at_once(bpbd, kemiren):
    page = factories.make_shared(bpbd)
    factories.translate(page)
    VillageSharing.objects.create(village=kemiren, translation_key=page.translation_key, is_hidden=True)
    AnnouncementPage.objects.all().delete()
    assert not VillageSharing.objects.exists()


def test_putting_a_list_in_another_order_asks_nothing_of_its_pages(kemiren):
    parent = factories.announcement_list(kemiren)
    first = factories.make_announcement(kemiren, "Satu")

    def queries():
        with CaptureQueriesContext(connection) as captured:
            page = AnnouncementPage.objects.get(pk=first.pk)
            page.move(AnnouncementIndexPage.objects.get(pk=parent.pk), pos="last-child")
        return len(captured)

    before = queries()
    for number in range(5):
        factories.make_announcement(kemiren, f"Nomor {number}")
    assert queries() <= before + 1


@pytest.fixture
def said(monkeypatch):
    """What an editor has been told."""
    told = []
    monkeypatch.setattr("sites.sharing.editor.messages.info", lambda request, text: told.append(text))
    return told


def test_after_a_translation_is_published_the_number_is_that_of_the_indonesian_audience(
    bpbd, kemiren, rf, said
):
    SiteSettings.objects.update(english_enabled=True)
    page = factories.make_shared(bpbd, audience="villages", audience_villages=[kemiren.code])
    english = factories.translate(page, audience="all")
    tell_reach(rf.get("/"), english)
    assert "1" in said[0]


def test_a_translation_counts_only_villages_that_show_its_language(bpbd, kemiren, other, rf, said):
    SiteSettings.objects.update(english_enabled=False)
    SiteSettings.objects.filter(site=kemiren.site).update(english_enabled=True)
    page = factories.make_shared(bpbd)
    for version in (page, factories.translate(page)):
        tell_reach(rf.get("/"), version)
    assert ["2" in said[0], "1" in said[1]] == [True, True]


def test_of_a_page_that_has_ended_nothing_is_said(bpbd, kemiren, rf, said):
    page = factories.make_shared(bpbd, expires_at=timezone.now())
    assert page.share_targets.exists()
    tell_reach(rf.get("/"), page)
    assert not said


def test_a_village_that_is_closed_for_now_stays_chosen_when_the_page_is_corrected(bpbd, kemiren, log_in):
    page = factories.make_shared(bpbd, audience="villages", audience_villages=[kemiren.code])
    factories.provisioning.close_village(kemiren)
    client = log_in(factories.make_officer("bpbd"))
    html = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).text
    assert f'value="{kemiren.code}"' in html


def test_a_teaser_of_the_portals_list_shows_what_the_portal_lists(kemiren, portal, get):
    factories.make_announcement(kemiren, "Milik desa")
    factories.make_shared(None, "Dari portal", audience="portal")
    home = factories.home(kemiren)
    index = AnnouncementIndexPage.objects.child_of(portal.root_page).get()
    home.body = [("index_teaser", {"title": "Kabar portal", "page": index})]
    factories.publish(home)
    part = get(KEMIREN, "/").text.split("Kabar portal")[1].split("</section>")[0]
    assert "Dari portal" in part and "Milik desa" not in part
