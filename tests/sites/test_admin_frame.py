"""The admin bears our name and colours: nothing on its first pages speaks of Wagtail or in English."""

import re

import pytest
from django.contrib.staticfiles import finders
from django.utils.html import strip_tags

from tests.factories import sites as factories

HOST = "kemiren.localhost"
UNREAD = re.compile(r"<(script|style|noscript|template)\b.*?</\1>", re.DOTALL)


def words(html):
    return " ".join(strip_tags(UNREAD.sub("", html)).split())


@pytest.fixture
def admin(kemiren, log_in):
    return log_in(factories.make_person(kemiren), HOST)


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
