"""Walls are of no use to a village that can't work behind them: what an admin does with pages in a day."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, Page, ReferenceIndex
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from sites.models import AnnouncementPage, GovernmentPage, SiteSettings, StandardPage, VillageSharing
from tests.factories import sites as factories

from .desk import Desk
from .world import WORD
from .writes import add_below, announcement_form, settings_form, standard_form

PUBLISH = {"action-publish": "1"}


@pytest.fixture
def village(world):
    return world.kemiren


@pytest.fixture
def desk(village, log_in):
    return Desk(log_in(village.has.admin, village.site.hostname))


def fresh(page):
    return Page.objects.get(pk=page.pk).specific


def test_writing_an_announcement_and_publishing_it_at_once(desk, village, get):
    url = add_below(village.pages["list"], "announcementpage")
    desk.client.post(url, {**announcement_form(title="Kerja bakti", slug="kerja-bakti"), **PUBLISH})
    assert "Isi kiriman." in get(village.site.hostname, "/pengumuman/kerja-bakti/").text


def test_keeping_a_draft_and_publishing_it_later(desk, village):
    draft = village.pages["draft"]
    desk.write(draft, title="Konsep kedua")
    assert not fresh(draft).live
    desk.write(draft, title="Konsep ketiga", **PUBLISH)
    assert (fresh(draft).live, fresh(draft).title) == (True, "Konsep ketiga")


def test_publishing_on_a_day_to_come(desk, village):
    day = (timezone.localtime() + timedelta(days=2)).strftime("%Y-%m-%d %H:%M")
    desk.write(village.pages["draft"], go_live_at=day, **PUBLISH)
    page = fresh(village.pages["draft"])
    assert (page.live, page.approved_schedule) == (False, True)


def test_calling_off_what_is_to_be_published(desk, village):
    page = village.pages["scheduled"]
    desk.do("wagtailadmin_pages:revisions_unschedule", page.pk, page.scheduled_revision.pk)
    assert fresh(page).scheduled_revision is None


def test_previewing_a_text_before_it_is_saved(desk, village):
    url = reverse("wagtailadmin_pages:preview_on_edit", args=[village.pages["draft"].pk])
    assert desk.client.post(url, announcement_form(title="Pratinjau")).json()["is_valid"]
    assert "Pratinjau" in desk.client.get(url, {"mode": ""}).text
    assert village.mark in desk.look("wagtailadmin_pages:view_draft", village.pages["draft"].pk).text


def test_taking_a_page_off_the_site(desk, village, get):
    desk.do("wagtailadmin_pages:unpublish", village.pages["live"].pk)
    assert get(village.site.hostname, "/pengumuman/milik-a-live/").status_code == 404


def test_moving_a_page_and_putting_it_in_order(desk, village):
    page, parent = village.pages["standard"], village.pages["below"].get_parent()
    desk.look("wagtailadmin_pages:move", page.pk)
    desk.look("wagtailadmin_pages:move_confirm", page.pk, parent.pk)
    desk.do("wagtailadmin_pages:move_confirm", page.pk, parent.pk)
    assert fresh(page).get_parent() == parent
    url = reverse("wagtailadmin_pages:set_page_position", args=[village.pages["draft"].pk])
    assert desk.client.post(f"{url}?position=0").status_code == 200
    assert village.pages["list"].get_children().first().pk == village.pages["draft"].pk


def test_copying_a_page_within_the_own_village(desk, village):
    page = village.pages["standard"]
    copy = {"new_title": "Salinan", "new_slug": "salinan", "new_parent_page": village.pages["home"].pk}
    desk.do("wagtailadmin_pages:copy", page.pk, **copy)
    assert StandardPage.objects.get(slug="salinan").path.startswith(village.pages["container"].path)


def test_deleting_a_page(desk, village):
    desk.look("wagtailadmin_pages:delete", village.pages["spare"].pk)
    desk.do("wagtailadmin_pages:delete", village.pages["spare"].pk)
    assert not Page.objects.filter(pk=village.pages["spare"].pk).exists()


def test_reading_what_changed_and_going_back_to_an_older_text(desk, village):
    page = village.pages["changed"]
    old, new = page.revisions.order_by("pk").first(), page.latest_revision
    assert "perubahan" in desk.look("wagtailadmin_pages:revisions_compare", page.pk, old.pk, new.pk).text
    desk.look("wagtailadmin_pages:revisions_view", page.pk, old.pk)
    desk.look("wagtailadmin_pages:revisions_revert", page.pk, old.pk)
    desk.write(page, title="Seperti dulu", revision=old.pk, **PUBLISH)
    assert fresh(page).title == "Seperti dulu"


@pytest.mark.parametrize("name", ["history", "usage", "workflow_history"])
def test_looking_up_what_became_of_a_page(desk, village, name):
    for state in ("live", "draft", "moderated"):
        assert village.mark in desk.look(f"wagtailadmin_pages:{name}", village.pages[state].pk).text


def test_locking_a_page_and_unlocking_it(desk, village):
    page = village.pages["live"]
    desk.do("wagtailadmin_pages:lock", page.pk)
    assert fresh(page).locked
    desk.do("wagtailadmin_pages:unlock", page.pk)
    assert not fresh(page).locked


def test_closing_a_page_with_a_password_and_opening_it_again(desk, village):
    page = village.pages["live"]
    desk.look("wagtailadmin_pages:set_privacy", page.pk)
    told = desk.script(
        "wagtailadmin_pages:set_privacy", page.pk, restriction_type="password", password="kata kunci"
    )
    assert told["is_public"] is False
    assert page.get_view_restrictions()
    desk.script("wagtailadmin_pages:set_privacy", page.pk, restriction_type="none")
    assert not page.get_view_restrictions()


def test_doing_the_same_with_many_pages_at_once(desk, village):
    draft, live, spare = (village.pages[name] for name in ("draft", "live", "spare"))
    desk.many("publish", draft, include_descendants="")
    assert fresh(draft).live
    desk.many("unpublish", live, spare)
    assert not fresh(live).live
    desk.many("delete", live, spare)
    assert not Page.objects.filter(pk__in=[live.pk, spare.pk]).exists()
    page, parent = village.pages["standard"], village.pages["below"].get_parent()
    desk.many("move", page, chooser=parent.pk)
    assert fresh(page).get_parent() == parent


def test_finding_ones_way_in_the_explorer(desk, village):
    for name in ("container", "home", "list"):
        key = village.pages[name].pk
        assert village.mark in desk.look("wagtailadmin_explore", key).text
        assert village.mark in desk.look("wagtailadmin_explore_results", key).text
    found = desk.look("wagtailadmin_pages:search", query="?q=draft").text
    assert f"{village.mark}-draft" in found
    key = village.pages["home"].pk
    assert (
        f"{village.mark}-draft" in desk.look("wagtailadmin_explore", key, query="?q=draft&search_all=1").text
    )
    tree = desk.client.get("/admin/api/main/pages/", {"child_of": key, "for_explorer": 1}).json()
    assert tree["meta"]["total_count"] > 3


def test_choosing_own_pages_and_linking_to_them(desk, village):
    target = village.pages["live"]
    desk.look("wagtailadmin_choose_page")
    child = reverse("wagtailadmin_choose_page_child", args=[village.pages["list"].pk])
    assert f"{village.mark}-live" in desk.client.get(child).text
    parts = [
        desk.look("wagtailadmin_choose_page_search", query=f"?q={WORD}&p={part}").text for part in (1, 2, 3)
    ]
    assert f"{village.mark}-live" in "".join(parts)
    desk.look("wagtailadmin_choose_page_chosen_multiple", query=f"?id={target.pk}")
    link = rich_text(f'<p><a linktype="page" id="{target.pk}">lihat</a></p>')
    desk.write(village.pages["draft"], body=streamfield([("paragraph", link)]))
    page = fresh(village.pages["draft"]).get_latest_revision_as_object()
    assert str(target.pk) in str(page.body.raw_data)


def test_linking_to_what_the_portal_has_published(desk, world, village):
    target = world.portal.pages["live"]
    link = rich_text(f'<p><a linktype="page" id="{target.pk}">lihat</a></p>')
    desk.write(village.pages["draft"], body=streamfield([("paragraph", link)]), **PUBLISH)
    found = ReferenceIndex.get_references_to(target)
    assert str(village.pages["draft"].pk) in set(found.values_list("object_id", flat=True))


def test_illustrating_a_text_with_own_pictures_and_documents(desk, village):
    has = village.has
    body = streamfield([("image", {"image": has.image.pk, "caption": "", "credit": ""})])
    row = {"document": has.document.pk, "title": "", "id": "", "ORDER": "1", "DELETE": ""}
    values = {"listing_image": has.image.pk, "body": body, "attachments": inline_formset([row])}
    desk.write(village.pages["draft"], **values, **PUBLISH)
    page = fresh(village.pages["draft"])
    assert page.listing_image_id == has.image.pk
    assert page.attachments.get().document_id == has.document.pk


def test_adding_a_text_page_below_the_home(desk, village):
    url = add_below(village.pages["home"])
    answer = desk.client.post(url, {**standard_form(title="Wisata", slug="wisata"), **PUBLISH})
    assert answer.status_code == 302
    assert StandardPage.objects.get(slug="wisata").live


def test_writing_down_who_governs_the_village(desk, village):
    page = factories.provisioned(GovernmentPage, village.village)
    row = {"name": "Bu Baru", "place": "1", "position": "Kepala desa", "position_en": "", "id": ""}
    row |= {"photo": village.has.image.pk, "term_from": "", "term_until": "", "ORDER": "1", "DELETE": ""}
    data = {"title": "Pemerintah", "slug": "pemerintah-desa", "summary": "", "search_description": ""}
    data |= {"officials": inline_formset([row]), "body": streamfield([]), **PUBLISH}
    desk.do("wagtailadmin_pages:edit", page.pk, **nested_form_data(data))
    assert "Bu Baru" in {official.name for official in fresh(page).officials.all()}


def test_starting_a_translation_and_writing_it(desk, village):
    english = Locale.objects.get(language_code="en")
    page = village.pages["changed"]
    desk.do("simple_translation:submit_page_translation", page.pk, locales=[english.pk])
    translation = fresh(page).get_translation(english)
    desk.write(translation, title="In English", **PUBLISH)
    assert fresh(translation).title == "In English"


def test_deciding_over_a_contributors_text(desk, village):
    page, task = village.pages["moderated"], village.has.task_state
    desk.look("wagtailadmin_pages:workflow_preview", page.pk, task.task_id)
    name = "wagtailadmin_pages:workflow_action"
    for _step in range(2):
        state = fresh(page).current_workflow_task_state
        desk.script(name, page.pk, "approve", state.pk, comment="Bagus")
    assert fresh(page).live


def test_sending_a_text_back(desk, village):
    page, task = village.pages["moderated"], village.has.task_state
    desk.script("wagtailadmin_pages:workflow_action", page.pk, "reject", task.pk, comment="Belum lengkap")
    assert fresh(page).current_workflow_state.status == "needs_changes"


def test_telling_others_that_one_is_writing(desk, village):
    page = village.pages["live"]
    told = desk.script("wagtailadmin_editing_sessions:ping", "sites", "announcementpage", page.pk, 999_999)
    assert desk.client.post(told["release_url"]).status_code == 200


def test_changing_the_settings_of_the_own_site(desk, village):
    url = reverse("wagtailsettings:edit", args=["sites", "sitesettings", village.site.pk])
    logo = {"logo": village.has.image.pk}
    assert desk.client.post(url, settings_form(address="Jalan Sawah 1", **logo)).status_code == 302
    settings = SiteSettings.objects.get(site=village.site)
    assert (settings.address, settings.logo_id) == ("Jalan Sawah 1", village.has.image.pk)


def test_choosing_what_becomes_of_an_offices_page(desk, village, world, get):
    page = world.office.pages["shared"]
    assert page.title in desk.look("from_offices:index").text
    assert page.title in desk.look("from_offices:index_results", query="?q=acara").text
    desk.look("from_offices:choose", page.pk)
    desk.do("from_offices:choose", page.pk, is_pinned="on", note="Kamis di balai desa")
    assert page.title in get(village.site.hostname, "/pengumuman/").text
    desk.do("from_offices:choose", page.pk, is_hidden="on", note="Kamis di balai desa")
    assert page.title not in get(village.site.hostname, "/pengumuman/").text
    desk.do("from_offices:show_again", page.pk)
    choice = VillageSharing.objects.get(village=village.village, translation_key=page.translation_key)
    assert (choice.is_hidden, choice.note) == (False, "Kamis di balai desa")


def test_typing_the_tags_that_the_village_uses(desk, village):
    assert village.has.tag in desk.look("wagtailadmin_tag_autocomplete", query="?term=milik").json()
    desk.write(village.pages["draft"], tags="musim panen, sawah", **PUBLISH)
    page = AnnouncementPage.objects.get(pk=village.pages["draft"].pk)
    assert set(page.tags.names()) == {"musim panen", "sawah"}


def test_opening_the_own_account_and_leaving(desk):
    desk.look("wagtailadmin_account")
    desk.do("wagtailadmin_logout")
    assert desk.client.get(reverse("wagtailadmin_home")).status_code == 302
