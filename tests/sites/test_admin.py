"""The day's work of a village admin, a contributor and portal staff, and what they do not see."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield
from wagtail.users.models import UserProfile

from sites.admin.villages import OpenSiteView
from sites.models import AnnouncementPage, SiteSettings, StandardPage, Village, VillageDocument, VillageImage
from tests.factories import sites as factories

HOST = "kemiren.localhost"


def announcement_form(**values):
    data = {
        "title": "Kerja bakti",
        "slug": "kerja-bakti",
        "summary": "Minggu pagi.",
        "category": "event",
        "severity": "info",
        "expires_at": "",
        "tags": "",
        "search_description": "",
        "body": streamfield([("paragraph", rich_text("<p>Bawa cangkul.</p>"))]),
        "attachments": inline_formset([]),
    }
    return nested_form_data({**data, **values})


def add_url(village):
    parent = factories.announcement_list(village)
    return reverse("wagtailadmin_pages:add", args=["sites", "announcementpage", parent.pk])


def test_the_admin_is_in_indonesian_and_the_user_may_change_it(admin, kemiren):
    assert '<html lang="id"' in admin.get("/admin/").text
    url = reverse("wagtailadmin_account")
    forms = {
        "name_email-first_name": "Ana",
        "name_email-last_name": "Contoh",
        "locale-preferred_language": "en",
        "locale-current_time_zone": "Asia/Jakarta",
        "theme-theme": "system",
        "theme-density": "default",
        "theme-contrast": "system",
        "theme-keyboard_shortcuts": "on",
    }
    assert admin.post(url, forms).status_code == 302
    assert '<html lang="en"' in admin.get("/admin/").text


def test_a_new_village_is_led_through_its_first_steps_and_then_left_alone(admin, kemiren):
    assert "Langkah pertama" in admin.get("/admin/").text
    settings = SiteSettings.objects.get(site=kemiren.site)
    hours = {"days": ["monday"], "opens": "08:00", "closes": "15:00"}
    settings.opening_hours, settings.address = [("hours", hours)], "Jalan Raya"
    settings.save()
    home = factories.home(kemiren)
    home.summary = "Kampung adat"
    home.save()
    page = admin.get("/admin/").text
    assert "<s>Tulis alamat dan nomor telepon</s>" in page
    factories.make_announcement(kemiren)
    assert "Langkah pertama" not in admin.get("/admin/").text


def test_the_first_page_offers_what_an_operator_does_most(admin, kemiren):
    ending = timezone.now() + timedelta(days=2)
    factories.make_announcement(kemiren, "Segera berakhir", expires_at=ending)
    draft = factories.make_announcement(kemiren, "Masih konsep", live=False)
    Page.objects.filter(pk=draft.pk).update(has_unpublished_changes=True)
    page = admin.get("/admin/").text
    assert add_url(kemiren) in page
    assert "Segera berakhir" in page
    assert "Masih konsep" in page
    assert f'href="{kemiren.url}"' in page


@pytest.mark.parametrize(
    ("kind", "language", "heading"),
    [
        ("desa", "id", "Desa Anda: Uji"),
        ("kelurahan", "id", "Kelurahan Anda: Uji"),
        ("desa", "en", "Your village: Uji"),
        ("kelurahan", "en", "Your village: Uji"),
    ],
)
def test_the_card_of_a_village_is_called_what_the_village_is(portal, log_in, kind, language, heading):
    person = factories.make_person(factories.make_village("uji.localhost", name="Uji", kind=kind))
    profile = UserProfile.get_for_user(person)
    profile.preferred_language = language
    profile.save()
    assert heading in log_in(person, "uji.localhost").get("/admin/").text


def test_a_village_admin_publishes_an_announcement(admin, kemiren, get):
    data = {**announcement_form(), "action-publish": "1"}
    answer = admin.post(add_url(kemiren), data)
    assert answer.status_code == 302, answer.context["form"].errors
    assert "Bawa cangkul." in get(HOST, "/pengumuman/kerja-bakti/").text


def test_an_emergency_without_an_end_comes_back_filled_in_with_what_to_do(admin, kemiren):
    data = {**announcement_form(severity="emergency"), "action-publish": "1"}
    answer = admin.post(add_url(kemiren), data)
    assert answer.status_code == 200
    assert "expires_at" in answer.context["form"].errors
    assert "Bawa cangkul." in answer.text
    assert not AnnouncementPage.objects.exists()


def test_a_draft_of_an_emergency_may_wait_with_its_end(admin, kemiren):
    assert admin.post(add_url(kemiren), announcement_form(severity="emergency")).status_code == 302
    assert not AnnouncementPage.objects.get().live


def test_a_contributor_writes_but_does_not_publish(kemiren, log_in, get):
    contributor = log_in(factories.make_person(kemiren, role="contributor"), HOST)
    contributor.post(add_url(kemiren), {**announcement_form(), "action-publish": "1"})
    assert not AnnouncementPage.objects.get().live
    assert get(HOST, "/pengumuman/kerja-bakti/").status_code == 404


def test_a_contributors_first_page_offers_own_drafts_and_no_settings(kemiren, log_in):
    person = factories.make_person(kemiren, role="contributor")
    for title, owner in (("Konsep sendiri", person), ("Konsep orang lain", factories.make_person(kemiren))):
        draft = factories.make_announcement(kemiren, title, live=False, owner=owner)
        Page.objects.filter(pk=draft.pk).update(has_unpublished_changes=True)
    page = log_in(person, HOST).get("/admin/").text
    assert "Konsep sendiri" in page
    assert "Konsep orang lain" not in page
    assert "/settings/sites/sitesettings/" not in page


def test_the_two_steps_lead_from_a_contributors_text_to_the_site(kemiren, log_in):
    settings = SiteSettings.for_site(kemiren.site)
    settings.workflow_enabled = True
    settings.save()
    contributor = log_in(factories.make_person(kemiren, role="contributor"), HOST)
    contributor.post(add_url(kemiren), {**announcement_form(), "action-submit": "1"})
    page = AnnouncementPage.objects.get()
    approve = "wagtailadmin_pages:workflow_action"
    own = reverse(approve, args=[page.pk, "approve", page.current_workflow_task_state.pk])
    contributor.post(own, {})
    assert page.current_workflow_task.name.startswith("Periksa isi")
    admin = log_in(factories.make_person(kemiren), HOST)
    for _step in range(2):
        assert not AnnouncementPage.objects.get().live
        task = page.current_workflow_task_state
        url = reverse(approve, args=[page.pk, "approve", task.pk])
        admin.post(url, {})
    assert AnnouncementPage.objects.get().live


@pytest.mark.parametrize("name", ["wagtailadmin_explore", "wagtailadmin_pages:edit"])
def test_a_village_admin_does_not_see_another_villages_pages(admin, other, name):
    secret = factories.make_announcement(other, "Hanya desa lain")
    for page in (other.container, other.site.root_page, secret):
        answer = admin.get(reverse(name, args=[page.pk]), follow=True)
        assert "Hanya desa lain" not in answer.text
        assert other.name not in answer.text


def test_the_explorer_starts_at_the_own_village(admin, kemiren, other):
    answer = admin.get(reverse("wagtailadmin_explore_root"), follow=True)
    assert str(kemiren) in answer.text
    assert str(other) not in answer.text


def test_the_page_chooser_offers_own_pages_only(admin, kemiren, other):
    factories.make_announcement(kemiren, "Gotong royong sendiri")
    factories.make_announcement(other, "Gotong royong lain")
    factories.make_page(SimpleNamespace(site=factories.make_portal()), "Gotong royong portal")
    answer = admin.get(reverse("wagtailadmin_choose_page_search"), {"q": "gotong"})
    assert "Gotong royong sendiri" in answer.text
    assert "Gotong royong portal" in answer.text
    assert "Gotong royong lain" not in answer.text


@pytest.mark.parametrize("name", ["images", "documents"])
def test_the_admins_api_lists_own_media_only(admin, kemiren, other, name):
    model = {"images": VillageImage, "documents": VillageDocument}[name]
    for village, title in ((kemiren, "Berkas sendiri"), (other, "Berkas lain")):
        factories.make_media(model, village, title)
    answer = admin.get(f"/admin/api/main/{name}/")
    assert answer.status_code == 200
    assert "Berkas sendiri" in answer.text
    assert "Berkas lain" not in answer.text
    foreign = model.objects.get(title="Berkas lain")
    assert admin.get(f"/admin/api/main/{name}/{foreign.pk}/").status_code == 404


def test_a_village_admin_changes_the_own_settings_only(admin, kemiren, other):
    def url(site):
        return reverse("wagtailsettings:edit", args=["sites", "sitesettings", site.pk])

    assert admin.get(url(kemiren.site)).status_code == 200
    for village_site in (other.site, factories.make_portal()):
        assert admin.get(url(village_site)).status_code == 404


@pytest.mark.parametrize(
    "name",
    [
        "villages:index",
        "villages:add",
        "wagtailusers_users:index",
        "wagtailusers_groups:index",
        "wagtailsites:index",
        "wagtailredirects:index",
        "wagtailadmin_workflows:index",
        "wagtailadmin_collections:index",
    ],
)
def test_what_belongs_to_the_regency_is_closed_to_a_village(admin, name):
    assert admin.get(reverse(name)).status_code in (302, 403)


def test_a_home_can_not_be_deleted_moved_or_unpublished_by_its_village(admin, kemiren):
    for action in ("delete", "move", "unpublish", "copy"):
        admin.post(reverse(f"wagtailadmin_pages:{action}", args=[kemiren.site.root_page_id]))
    assert Page.objects.get(pk=kemiren.site.root_page_id).live


def test_portal_staff_open_a_site_from_the_form(staff, get):
    village = factories.register("Baru")
    form = {"village": village.pk, "hostname": "baru.localhost", "admin_email": "orang@baru.example"}
    answer = staff.post(reverse("villages:add"), form)
    assert answer.status_code == 302, answer.context["form"].errors
    assert "Desa Baru" in get("baru.localhost").text


def test_a_site_is_open_even_if_the_letter_can_not_be_sent(staff, get, monkeypatch):
    def refuse(_view):
        raise ConnectionRefusedError

    # Called right after the commit, when the letter goes out.
    monkeypatch.setattr(OpenSiteView, "save_action", refuse)
    village = factories.register("Baru")
    form = {"village": village.pk, "hostname": "baru.localhost", "admin_email": "orang@baru.example"}

    answer = staff.post(reverse("villages:add"), form)

    assert answer.url == reverse("village_team:members", args=[village.pk])
    assert "orang@baru.example" in staff.get(answer.url).text
    assert get("baru.localhost").status_code == 200


@pytest.mark.parametrize(
    ("field", "value"),
    [("hostname", "kemiren.localhost"), ("hostname", "a b"), ("admin_email", "x"), ("village", "999999")],
)
def test_a_wrong_form_comes_back_filled_in_with_the_error_at_its_field(staff, kemiren, field, value):
    village = factories.register("Baru")
    form = {"village": village.pk, "hostname": "baru.localhost", "admin_email": "", field: value}
    answer = staff.post(reverse("villages:add"), form)
    assert answer.status_code == 200
    assert list(answer.context["form"].errors) == [field]
    assert Village.objects.get(pk=village.pk).site is None


def test_portal_staff_move_close_and_reopen_a_site(staff, kemiren, get):
    edit = reverse("villages:edit", args=[kemiren.pk])
    assert staff.get(edit).status_code == 200
    staff.post(edit, {"hostname": "baru.localhost", "latitude": "-8.2", "longitude": "114.3"})
    assert get("baru.localhost").status_code == 200
    close = reverse("villages:close", args=[kemiren.pk])
    assert staff.get(close).status_code == 200
    assert get("baru.localhost").status_code == 200
    staff.post(close)
    assert get("baru.localhost").status_code == 302
    staff.post(close)
    assert get("baru.localhost").status_code == 200


def test_the_list_of_villages_is_searched_and_filtered(staff, kemiren):
    factories.register("Panderejo", kind="kelurahan", district="Banyuwangi")
    page = staff.get(reverse("villages:index"), {"q": "kemi"}).text
    assert "kemiren.localhost" in page
    assert "Panderejo" not in page
    page = staff.get(reverse("villages:index"), {"kind": "kelurahan"}).text
    assert "Panderejo" in page
    assert "kemiren.localhost" not in page


def test_log_in_tries_are_limited(kemiren, client):
    person = factories.make_person(kemiren)
    url = reverse("wagtailadmin_login")
    for _try in range(5):
        answer = client.post(
            url, {"username": person.email.upper(), "password": "salah"}, headers={"host": HOST}
        )
    right = {"username": person.email, "password": factories.PASSWORD}
    answer = client.post(url, right, headers={"host": HOST})
    assert answer.status_code == 429
    assert "15" in answer.text


def test_people_log_in_with_their_address_in_any_case(kemiren, client):
    person = factories.make_person(kemiren)
    form = {"username": person.email.upper(), "password": factories.PASSWORD}
    assert client.post(reverse("wagtailadmin_login"), form, headers={"host": HOST}).status_code == 302


def test_a_text_is_previewed_in_the_villages_frame_before_it_is_saved(admin, kemiren):
    parent = factories.announcement_list(kemiren)
    url = reverse("wagtailadmin_pages:preview_on_add", args=["sites", "announcementpage", parent.pk])
    assert admin.post(url, announcement_form()).json()["is_valid"]
    page = admin.get(url, {"mode": ""}).text
    assert "Bawa cangkul." in page
    assert "Desa Kemiren" in page
    assert "w-userbar" in page


def test_readers_never_load_the_editors_bar(admin, kemiren, get):
    assert "w-userbar" not in get(HOST, "/").text
    assert "w-userbar" not in admin.get("/").text


def test_an_operator_starts_a_translation_of_an_own_page_only(admin, kemiren, other):
    page = factories.make_announcement(kemiren)
    english = factories.announcement_list(kemiren, "en").locale
    url = reverse("simple_translation:submit_page_translation", args=[page.pk])
    admin.post(url, {"locales": [english.pk]})
    assert page.get_translation(english).get_parent().slug == "announcements"
    secret = factories.make_announcement(other, "Hanya desa lain")
    answer = admin.get(reverse("simple_translation:submit_page_translation", args=[secret.pk]))
    assert answer.status_code == 404


def test_a_page_and_what_lies_below_it_are_deleted_together(admin, kemiren):
    parent = factories.make_page(kemiren, "Induk")
    child = parent.add_child(instance=StandardPage(title="Anak", locale=parent.locale))
    delete = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    answer = admin.post(f"{delete}?id={parent.pk}&id={child.pk}")
    assert answer.status_code == 302
    assert not Page.objects.filter(pk__in=[parent.pk, child.pk]).exists()


@pytest.mark.parametrize("action", ["add", "edit"])
def test_a_form_that_points_at_others_comes_back_without_naming_what_it_is(admin, kemiren, other, action):
    foreign = factories.make_media(VillageImage, other, "Gambar rahasia")
    secret = factories.make_page(other, "Halaman rahasia")
    link = f'<p>Bawa <a linktype="page" id="{secret.pk}">cangkul</a>.</p>'
    body = streamfield([("paragraph", rich_text(link)), ("paragraph", rich_text("<p>Tulisan lain</p>"))])
    data = {**announcement_form(summary="Tetap ada", body=body), "listing_image": foreign.pk}
    url = add_url(kemiren)
    if action == "edit":
        url = reverse("wagtailadmin_pages:edit", args=[factories.make_announcement(kemiren).pk])
    answer = admin.post(url, nested_form_data({**data, "action-publish": "1"}))
    assert {"listing_image", "body"} <= set(answer.context["form"].errors)
    assert "Tetap ada" in answer.text
    assert "Tulisan lain" in answer.text
    assert "rahasia" not in answer.text
