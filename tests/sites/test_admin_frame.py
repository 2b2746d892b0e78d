"""The admin bears our name and colours: nothing on its first pages speaks of Wagtail or in English."""

import re

import pytest
from django.contrib.auth.models import Permission
from django.contrib.staticfiles import finders
from django.urls import reverse
from django.utils.html import strip_tags

from sites.models import User
from tests.factories import sites as factories

HOST = "kemiren.localhost"
UNREAD = re.compile(r"<(script|style|noscript|template)\b.*?</\1>", re.DOTALL)


def words(html):
    return " ".join(strip_tags(UNREAD.sub("", html)).split())


def test_the_log_in_page_is_ours(kemiren, get):
    page = get(HOST, "/admin/login/").text
    text = words(page)
    assert "Smart Kampung" in text
    assert "Kata sandi" in text and "Lupa kata sandi?" in text
    assert "Wagtail" not in text and "Password" not in text
    assert "img/favicon.svg" in page and "favicon.ico" not in page


def test_the_first_page_names_no_wagtail_and_links_to_no_english_guide(admin):
    page = admin.get("/admin/").text
    assert "Wagtail" not in words(page)
    assert "guide.wagtail.org" not in page


def test_a_missing_page_of_the_admin_is_ours_too(admin):
    page = admin.get("/admin/nothing/")
    assert page.status_code == 404
    assert "Wagtail" not in words(page.text)
    assert "img/favicon.svg" in page.text


@pytest.mark.parametrize("path", ["/admin/", "/admin/account/", "/admin/pages/"])
def test_every_page_wears_our_colours(admin, path):
    assert '<link rel="stylesheet" href="/static/css/admin.css">' in admin.get(path, follow=True).text
    assert finders.find("css/admin.css")


@pytest.fixture
def superuser(portal, log_in):
    return log_in(User.objects.create_superuser("super@contoh.example", factories.PASSWORD))


@pytest.mark.parametrize(("titles", "counted"), [(1, "1-1 dari 1 halaman"), (2, "1-2 dari 2 halaman")])
def test_the_search_over_all_pages_counts_pages(admin, kemiren, titles, counted):
    for number in range(titles):
        factories.make_announcement(kemiren, f"Posyandu {number}")
    page = words(admin.get(reverse("wagtailadmin_pages:search"), {"q": "posyandu"}).text)
    assert counted in page
    assert "None" not in page


def test_the_buttons_of_a_page_are_named_in_indonesian(admin):
    page = admin.get(reverse("wagtailimages:index")).text
    assert '<nav aria-label="Tindakan"' in page
    assert 'aria-label="Actions"' not in page


def test_the_list_of_sites_has_indonesian_headings_that_still_sort(superuser):
    page = superuser.get(reverse("wagtailsites:index")).text
    text = words(page)
    assert "Halaman utama" in text and "Nama situs" in text
    assert "Root page" not in text and "Site name" not in text
    assert "ordering=port" in page
    assert "ordering=-hostname" in page
    assert "ordering=hostname" in superuser.get(reverse("wagtailsites:index"), {"ordering": "-hostname"}).text


def test_rights_are_named_in_indonesian(superuser):
    page = superuser.get(reverse("wagtailusers_groups:add")).text
    assert "Tambah: desa" in page
    assert "Can " not in words(page)


def test_a_group_is_made_with_the_boxes_of_the_form(superuser):
    url = reverse("wagtailusers_groups:add")
    page = superuser.get(url).text
    box = re.search(r'<label for="(\S+)" class="w-sr-only">Ubah: desa</label><input[^>]*>', page)
    value = re.search(r'value="(\d+)"', box[0])[1]
    assert f'id="{box[1]}"' in box[0]
    prefixes = set(re.findall(r'name="(\w+)-TOTAL_FORMS"', page))
    empty = {f"{prefix}-{count}_FORMS": "0" for prefix in prefixes for count in ("TOTAL", "INITIAL")}
    answer = superuser.post(url, {"name": "Penguji", "permissions": [value], **empty})
    assert answer.status_code == 302, answer.context["form"].errors
    assert Permission.objects.get(group__name="Penguji").codename == "change_village"
