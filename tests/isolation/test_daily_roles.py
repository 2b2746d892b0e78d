"""The day of those who are no village admins: a contributor, an office's staff, someone of two villages."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from sites.models import AnnouncementPage, StandardPage, VillageImage

from .desk import Desk
from .test_daily_media import file_of, form
from .writes import add_below, announcement_form, standard_form

PUBLISH = {"action-publish": "1"}


@pytest.fixture
def desk_of(world, log_in):
    def sit(name):
        person = world.people[name]
        return Desk(log_in(person.user, person.host))

    return sit


def fresh(page):
    return Page.objects.get(pk=page.pk).specific


def test_a_contributor_writes_and_asks_for_a_check(desk_of, world):
    desk, village = desk_of("contributor"), world.kemiren
    url = add_below(village.pages["list"], "announcementpage")
    form = announcement_form(title="Tulisan warga", slug="tulisan-warga")
    assert desk.client.post(url, {**form, "action-submit": "1"}).status_code == 302
    page = AnnouncementPage.objects.get(slug="tulisan-warga")
    assert (page.live, page.current_workflow_task_state.status) == (False, "in_progress")


def test_a_contributor_changes_an_own_draft_and_publishes_nothing(desk_of, world):
    desk, draft = desk_of("contributor"), world.kemiren.pages["rejected"]
    desk.write(draft, title="Lebih lengkap", **PUBLISH)
    assert not fresh(draft).live
    assert fresh(draft).get_latest_revision_as_object().title == "Lebih lengkap"


def test_a_contributor_leaves_the_texts_of_others_alone(desk_of, world):
    desk, page = desk_of("contributor"), world.kemiren.pages["draft"]
    for name in ("edit", "delete", "unpublish", "lock", "set_privacy"):
        desk.client.post(reverse(f"wagtailadmin_pages:{name}", args=[page.pk]), announcement_form())
    assert fresh(page).latest_revision_id == page.latest_revision_id
    assert not page.get_view_restrictions()


def test_a_contributor_uploads_and_chooses_pictures(desk_of, world):
    desk, village = desk_of("contributor"), world.kemiren
    desk.do("wagtailimages:add", **form(village, file=file_of("image")))
    assert VillageImage.objects.get(title="Baru").uploaded_by_user == village.has.contributor
    assert f"{village.mark}-gambar" in desk.look("wagtailimages_chooser:choose").text


def test_an_offices_staff_look_after_their_own_pages(desk_of, world, get):
    desk, office = desk_of("office staff"), world.office
    assert office.mark in desk.look("wagtailadmin_explore", office.pages["home"].pk).text
    answer = desk.client.post(add_below(office.pages["home"]), {**standard_form(slug="acara"), **PUBLISH})
    assert answer.status_code == 302
    page = StandardPage.objects.get(slug="acara")
    assert get(office.site.hostname, page.get_url_parts()[2]).status_code == 200
    desk.do("wagtailadmin_pages:edit", page.pk, **standard_form(title="Acara baru", slug="acara"), **PUBLISH)
    assert fresh(page).title == "Acara baru"
    desk.do("wagtailadmin_pages:delete", page.pk)
    assert not Page.objects.filter(pk=page.pk).exists()


def test_an_offices_staff_upload_and_use_their_own_pictures(desk_of, world):
    desk, office = desk_of("office staff"), world.office
    desk.do("wagtailimages:add", **form(office, file=file_of("image")))
    image = VillageImage.objects.get(title="Baru")
    data = {**standard_form(listing_image=image.pk), **PUBLISH}
    desk.do("wagtailadmin_pages:edit", office.pages["draft"].pk, **data)
    assert fresh(office.pages["draft"]).listing_image_id == image.pk


def test_an_offices_staff_learn_how_far_their_pages_reach(desk_of, world):
    desk, page = desk_of("office staff"), world.office.pages["shared"]
    assert page.title in desk.look("reach:index").text
    assert page.title in desk.look("reach:index_results", query="?q=acara").text
    assert "7.654.321" in desk.look("reach:page", page.pk).text
    told = desk.look("reach:index", query="?export=csv").getvalue().decode()
    assert "7654321" in told
    # What the regency has published itself is no page of the office.
    offered = world.kemiren.has.offered
    assert offered.title not in told
    assert desk.client.get(reverse("reach:page", args=[offered.pk])).status_code == 404


def test_an_office_shows_its_staff_nothing_of_the_villages(desk_of, world):
    desk = desk_of("office staff")
    for name in ("wagtailadmin_home", "wagtailimages:index", "wagtailadmin_choose_page"):
        told = desk.look(name).text
        assert world.kemiren.mark not in told
        assert world.other.mark not in told


def test_who_works_for_two_villages_does_so_in_both(desk_of, world):
    desk, first, second = desk_of("person of two villages"), world.kemiren, world.third
    for village in (first, second):
        url = add_below(village.pages["list"], "announcementpage")
        data = {**announcement_form(title="Dua desa", slug="dua-desa"), **PUBLISH}
        assert desk.client.post(url, data).status_code == 302
        assert village.mark in desk.look("wagtailadmin_explore", village.pages["list"].pk).text
        desk.do("wagtailimages:add", **form(village, title=village.mark, file=file_of("image")))
        assert VillageImage.objects.get(title=village.mark).collection_id == village.has.collection.pk
    pages = {page.path[:8]: page.live for page in AnnouncementPage.objects.filter(slug="dua-desa")}
    # An admin in the first publishes; a contributor in the second does not.
    assert pages == {first.pages["container"].path: True, second.pages["container"].path: False}


def test_who_works_for_two_villages_finds_both_in_the_explorer(desk_of, world):
    desk = desk_of("person of two villages")
    told = desk.look("wagtailadmin_explore_root").text
    assert world.kemiren.mark in told
    assert world.third.mark in told
    assert world.other.mark not in told
