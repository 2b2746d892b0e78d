"""A page gets an address from its title, also where the browser had no time to fill it in."""

import pytest
from django.urls import reverse

from sites.models import AnnouncementPage, StandardPage
from sites.slugs import free_slug
from tests.factories import sites as factories

from .test_admin import add_url, announcement_form

HOST = "kemiren.localhost"


def publish(client, url, form):
    answer = client.post(url, {**form, "action-publish": "1"})
    assert answer.status_code == 302, answer.context["form"].errors


def text_page(title, slug=""):
    data = {"title": title, "slug": slug, "summary": "", "search_description": "", "body-count": "0"}
    return {**data, "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0"}


def page_url(village):
    return reverse("wagtailadmin_pages:add", args=["sites", "standardpage", village.site.root_page_id])


def test_publishing_before_the_browser_filled_the_slug_gives_the_address_of_the_title(admin, kemiren, get):
    publish(admin, add_url(kemiren), announcement_form(title="Jum’at bersih", slug=""))
    assert get(HOST, "/pengumuman/jumat-bersih/").status_code == 200


@pytest.mark.parametrize("slug", ["", "kerja-bakti"])
def test_a_title_that_comes_back_gets_a_number_instead_of_an_error(admin, kemiren, slug):
    factories.make_announcement(kemiren, "Kerja bakti")
    publish(admin, add_url(kemiren), announcement_form(slug=slug))
    assert AnnouncementPage.objects.last().slug == "kerja-bakti-2"


def test_an_address_that_the_writer_chose_is_not_changed_behind_their_back(admin, kemiren):
    factories.make_announcement(kemiren, "Kerja bakti")
    form = announcement_form(title="Kerja bakti bulan ini", slug="kerja-bakti")
    answer = admin.post(add_url(kemiren), {**form, "action-publish": "1"})
    assert "slug" in answer.context["form"].errors


def test_a_published_page_keeps_its_address_when_its_title_changes(admin, kemiren):
    page = factories.make_announcement(kemiren, "Kerja bakti", slug="alamat-lama")
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    publish(admin, edit, announcement_form(title="Kerja bakti ditunda", slug="alamat-lama"))
    assert AnnouncementPage.objects.get().slug == "alamat-lama"


@pytest.mark.parametrize("slug", ["", "media"])
def test_an_address_of_the_site_itself_is_never_given_to_a_page(admin, kemiren, slug, get):
    publish(admin, page_url(kemiren), text_page("Media", slug))
    assert StandardPage.objects.get().slug == "media-2"
    assert get(HOST, "/media-2/").status_code == 200


def test_an_address_of_the_site_itself_can_not_be_chosen_for_a_new_page(admin, kemiren):
    answer = admin.post(page_url(kemiren), {**text_page("Foto", "media"), "action-publish": "1"})
    assert "slug" in answer.context["form"].errors


@pytest.mark.parametrize("title", ["Media", "Kerja bakti", "🎉"])
def test_a_draft_gets_an_address_too(admin, kemiren, title):
    factories.make_page(kemiren, "Kerja bakti")
    assert admin.post(page_url(kemiren), text_page(title)).status_code == 302
    assert StandardPage.objects.last().slug in {"media-2", "kerja-bakti-2", "halaman"}


@pytest.mark.parametrize(
    ("title", "slug"),
    [("Musyawarah desa", "musyawarah-desa"), ("Rapat", "rapat-3"), ("!?", "halaman"), ("a" * 255, "a" * 200)],
)
def test_the_slug_of_a_title_is_the_first_that_is_free(title, slug):
    assert free_slug(title, lambda candidate: candidate not in {"rapat", "rapat-2"}) == slug
