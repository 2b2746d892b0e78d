"""The form in which an office says which villages show a page, and how many those are."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from sites.models import (
    AnnouncementIndexPage,
    AnnouncementPage,
    ShareTarget,
    Village,
    VillageDocument,
    VillageImage,
)
from sites.provisioning.portal import STAFF_GROUP
from tests.factories import sites as factories
from tests.factories.remembered import remembered

HOST = "localhost"


@pytest.fixture
@remembered
def disbudpar(portal):
    factories.make_village("kemiren.localhost", name="Kemiren", district="Glagah")
    factories.make_village("licin.localhost", name="Licin", district="Licin")
    factories.make_village("kertosari.localhost", name="Kertosari", district="Banyuwangi", kind="kelurahan")
    factories.register("Tanpa situs", district="Wongsorejo")
    return factories.make_office()


@pytest.fixture
def officer(disbudpar, log_in):
    return log_in(factories.make_officer())


def list_of(office):
    return AnnouncementIndexPage.objects.child_of(office.page).get()


def add_url(parent):
    return reverse("wagtailadmin_pages:add", args=["sites", "announcementpage", parent.pk])


def filled(**values):
    data = {
        "title": "Ayo menari",
        "slug": "ayo-menari",
        "category": "event",
        "severity": "info",
        "audience": "all",
        "body": streamfield([("paragraph", rich_text("<p>Latihan.</p>"))]),
        "attachments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0},
        "action-publish": "1",
    }
    chosen = {
        name: values.pop(name) for name in ("audience_districts", "audience_villages") if name in values
    }
    return nested_form_data({**data, **values}) | chosen


def test_it_says_of_each_answer_how_many_villages_it_reaches(officer, disbudpar):
    html = officer.get(add_url(list_of(disbudpar))).text
    for label in ("Semua desa dan kelurahan · 3", "Hanya desa · 2", "Hanya kelurahan · 1", "Licin · 1"):
        assert f"{label} desa/kelurahan" in html
    assert "Wongsorejo" not in html  # no village with a site there


def test_nothing_is_chosen_beforehand_and_publishing_asks_for_it(officer, disbudpar):
    url = add_url(list_of(disbudpar))
    assert 'name="audience" value="all" checked' not in officer.get(url).text
    data = filled()
    del data["audience"]
    answer = officer.post(url, data)
    assert answer.status_code == 200 and "Latihan." in answer.text
    assert not AnnouncementPage.objects.exists()


def test_publishing_says_how_many_villages_show_it(officer, disbudpar):
    answer = officer.post(add_url(list_of(disbudpar)), filled(audience="desa"), follow=True)
    assert "Tampil di 2 desa" in answer.text
    assert [target.key for target in ShareTarget.objects.all()] == ["kind:desa"]


@pytest.mark.parametrize(
    ("values", "complaint"),
    [
        ({"audience": "districts"}, "Pilih paling sedikit satu kecamatan."),
        ({"audience": "villages"}, "Pilih paling sedikit satu desa/kelurahan."),
        ({"audience": "villages", "audience_villages": ["35.10.99.2999"]}, "bukan"),
        ({"audience": "semua"}, "bukan"),
    ],
)
def test_an_audience_without_a_village_is_refused_and_nothing_is_lost(officer, disbudpar, values, complaint):
    answer = officer.post(add_url(list_of(disbudpar)), filled(**values))
    assert complaint in answer.text and "Latihan." in answer.text
    assert not AnnouncementPage.objects.exists()


def test_an_audience_that_reaches_nobody_yet_is_refused(officer, disbudpar):
    for village in factories.Village.objects.filter(kind="kelurahan"):
        factories.provisioning.close_village(village)
    answer = officer.post(add_url(list_of(disbudpar)), filled(audience="kelurahan"))
    assert "Belum ada desa dengan situs" in answer.text


def test_a_draft_may_wait_with_the_answer(officer, disbudpar):
    data = filled()
    del data["audience"], data["action-publish"]
    officer.post(add_url(list_of(disbudpar)), data)
    assert AnnouncementPage.objects.get().live is False


def test_a_draft_that_is_opened_again_still_has_nothing_chosen(officer, disbudpar):
    data = filled()
    del data["audience"], data["action-publish"]
    officer.post(add_url(list_of(disbudpar)), data)
    edit_url = reverse("wagtailadmin_pages:edit", args=[AnnouncementPage.objects.get().pk])

    assert officer.get(edit_url).context["form"]["audience"].value() == ""
    officer.post(edit_url, data | {"action-publish": "1"})
    assert AnnouncementPage.objects.get().live is False

    officer.post(edit_url, data | {"audience": "portal"})
    assert officer.get(edit_url).context["form"]["audience"].value() == "portal"


def test_an_end_before_its_publication_is_refused(officer, disbudpar):
    soon, later = timezone.localtime() + timedelta(days=1), timezone.localtime() + timedelta(days=2)
    dates = {"go_live_at": later.strftime("%Y-%m-%d %H:%M"), "expires_at": soon.strftime("%Y-%m-%d %H:%M")}
    answer = officer.post(add_url(list_of(disbudpar)), filled(**dates))
    assert "berakhir sebelum terbit" in answer.text
    answer = officer.post(
        add_url(list_of(disbudpar)), filled(go_live_at=dates["go_live_at"], expire_at=dates["expires_at"])
    )
    assert answer.status_code == 200 and not AnnouncementPage.objects.exists()


def test_an_office_that_may_not_warn_has_no_urgent_levels(officer, disbudpar, log_in):
    html = officer.get(add_url(list_of(disbudpar))).text
    assert 'value="emergency"' not in html
    answer = officer.post(add_url(list_of(disbudpar)), filled(severity="emergency"))
    assert not AnnouncementPage.objects.exists() and answer.status_code == 200
    bpbd = factories.make_office("bpbd", may_alert=True)
    assert 'value="emergency"' in log_in(factories.make_officer("bpbd")).get(add_url(list_of(bpbd))).text


def test_on_a_translation_nothing_is_asked(officer, disbudpar):
    english = factories.translate(factories.make_shared(disbudpar))
    html = officer.get(reverse("wagtailadmin_pages:edit", args=[english.pk])).text
    assert 'name="audience"' not in html


def test_a_village_is_asked_nothing_and_can_send_nothing(disbudpar, log_in):
    village = factories.Village.objects.get(name="Kemiren")
    client = log_in(factories.make_person(village), "kemiren.localhost")
    url = add_url(factories.announcement_list(village))
    assert 'name="audience"' not in client.get(url).text
    client.post(url, filled(audience="all"))
    assert AnnouncementPage.objects.get().audience == "" and not ShareTarget.objects.exists()


def test_the_portal_itself_is_asked_too(disbudpar, staff, portal):
    parent = AnnouncementIndexPage.objects.child_of(portal.root_page).get()
    staff.post(add_url(parent), filled(audience="districts", audience_districts=["Licin"]))
    assert [target.key for target in ShareTarget.objects.all()] == ["district:Licin"]


def test_a_correction_and_a_translation_by_the_form_reach_the_villages(officer, disbudpar, get):
    factories.SiteSettings.objects.update(english_enabled=True)
    officer.post(add_url(list_of(disbudpar)), filled(audience="portal"))
    page = AnnouncementPage.objects.get()
    edit_url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    officer.post(edit_url, filled(title="Ayo menari bersama", audience="all"))
    assert "Ayo menari bersama" in get("licin.localhost", "/pengumuman/").text

    english = Locale.objects.get(language_code="en")
    submit_url = reverse("simple_translation:submit_page_translation", args=[page.pk])
    officer.post(submit_url, {"locales": [english.pk]})
    translation = AnnouncementPage.objects.get(locale=english)
    data = filled(title="Come and dance")
    del data["audience"]
    officer.post(reverse("wagtailadmin_pages:edit", args=[translation.pk]), data)
    assert "Come and dance" in get("licin.localhost", "/en/announcements/").text


@pytest.fixture
def staff_of_portal(disbudpar, log_in):
    person = factories.make_person()
    person.groups.add(Group.objects.get(name=STAFF_GROUP))
    return log_in(person)


def own_media(owner):
    return [factories.make_media(model, owner, "Milik") for model in (VillageImage, VillageDocument)]


def with_media(picture, file) -> dict:
    """A form that shows a picture in lists, in the text and in a row of attachments a file."""
    text = rich_text(
        f'<p>Baca <a linktype="document" id="{file.pk}">ini</a>.</p>', features=["document-link"]
    )
    attachments = inline_formset([{"document": file.pk, "title": ""}])
    image = {"image": picture.pk, "caption": "Tari", "credit": ""}
    body = streamfield([("paragraph", text), ("image", image)])
    return filled(listing_image=picture.pk, body=body, attachments=attachments)


def test_portal_staff_show_villages_no_picture_and_no_file_of_one_of_them(staff_of_portal, disbudpar):
    village = Village.objects.get(name="Kemiren")

    answer = staff_of_portal.post(add_url(list_of(disbudpar)), with_media(*own_media(village)))

    form = answer.context["form"]
    assert set(form.errors) == {"listing_image", "body"}
    assert set(form.formsets["attachments"].forms[0].errors) == {"document"}
    assert "Baca" in answer.text
    assert not AnnouncementPage.objects.exists()


def test_a_translation_shows_none_of_them_either(staff_of_portal, disbudpar):
    picture, _file = own_media(Village.objects.get(name="Kemiren"))
    english = factories.translate(factories.make_shared(disbudpar))
    data = filled(listing_image=picture.pk, slug=english.slug)

    answer = staff_of_portal.post(reverse("wagtailadmin_pages:edit", args=[english.pk]), data)

    assert set(answer.context["form"].errors) == {"listing_image"}


def test_what_belongs_to_the_office_is_shown(staff_of_portal, disbudpar):
    staff_of_portal.post(add_url(list_of(disbudpar)), with_media(*own_media(disbudpar)))

    page = AnnouncementPage.objects.get()
    assert page.live
    assert page.attachments.count() == 1


def test_a_village_goes_on_showing_what_is_its_own(staff_of_portal):
    village = Village.objects.get(name="Kemiren")

    staff_of_portal.post(add_url(factories.announcement_list(village)), with_media(*own_media(village)))

    assert AnnouncementPage.objects.get().live
