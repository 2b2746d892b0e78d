"""Titles, descriptions, Open Graph and canonical addresses."""

import re
from html import unescape

import pytest
from django.utils import timezone

from sites.discovery import descriptions
from sites.models import AnnouncementPage, SiteSettings
from tests.factories import sites as factories

pytestmark = pytest.mark.once

HOST = "kemiren.localhost"
NOTICE = "/pengumuman/kerja-bakti/"
LONG = "Kerja bakti dimulai pukul enam pagi di depan balai desa. " * 5


def title(html: str) -> str:
    return unescape(re.search(r"<title>(.*?)</title>", html, re.S)[1]).strip()


def metas(html: str) -> dict[str, str]:
    """The content of each meta element by its name or property; a list where there are several."""
    found = {}
    for name, content in re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)"', html):
        found.setdefault(name, []).append(unescape(content))
    return {name: values[0] if len(values) == 1 else values for name, values in found.items()}


def canonical(html: str) -> str:
    return re.search(r'<link rel="canonical" href="([^"]+)">', html)[1]


@pytest.fixture
def notice(kemiren):
    return factories.make_announcement(kemiren, "Kerja bakti", summary="Minggu pagi.")


def describe(notice, get, **values) -> str:
    AnnouncementPage.objects.filter(pk=notice.pk).update(**values)
    return metas(get(HOST, NOTICE).text)["description"]


def test_the_description_is_what_the_editor_wrote_for_search_engines_or_the_summary(notice, get):
    assert describe(notice, get) == "Minggu pagi."
    assert (
        describe(notice, get, search_description="Bersih-bersih Dusun Krajan") == "Bersih-bersih Dusun Krajan"
    )


@pytest.mark.parametrize(
    "body",
    [
        [("paragraph", f"<p></p><p>{LONG}</p>")],
        [
            ("heading", {"text": "Jadwal", "level": "2"}),
            ("note", {"title": "Ingat", "text": f"<p>{LONG}</p>"}),
        ],
        [("checklist", ["Sapu"]), ("quote", {"text": LONG, "source": ""})],
    ],
)
def test_without_a_summary_the_first_text_describes_the_page_cut_behind_a_word(kemiren, get, body):
    page = factories.make_announcement(kemiren, "Kerja bakti")
    page.body = body
    page.save()
    found = metas(get(HOST, NOTICE).text)["description"]
    assert LONG.startswith(found[:-1])
    assert len(found) <= descriptions.LONGEST and found[-1] == "…"
    assert LONG[len(found) - 1] == " "


def test_a_text_of_one_endless_word_is_cut_all_the_same():
    assert descriptions.shorten("x" * 900) == "x" * (descriptions.LONGEST - 1) + "…"
    assert descriptions.shorten(" dua \n kata ") == "dua kata"


def test_a_page_without_any_text_says_whose_it_is(kemiren, get):
    for path, words in {
        "/": ("Desa Kemiren", "Kecamatan Glagah, Banyuwangi"),
        "/pengumuman/": ("Pengumuman", "Desa Kemiren", "Kecamatan Glagah, Banyuwangi"),
        "/en/announcements/": ("Announcements", "Desa Kemiren", "Glagah district, Banyuwangi"),
    }.items():
        found = metas(get(HOST, path).text)["description"]
        assert all(word in found for word in words), found


def test_every_public_page_carries_open_graph_and_a_card(notice, get):
    factories.make_page(notice.get_site().village)
    for path in ("/", "/pengumuman/", NOTICE, "/profil/", "/en/", "/en/announcements/"):
        html = get(HOST, path).text
        found = metas(html)
        assert found["og:site_name"] == "Desa Kemiren"
        assert found["og:title"] and found["og:description"] == found["description"]
        assert found["og:url"] == canonical(html) == f"http://{HOST}{path}"
        assert (found["og:image:width"], found["og:image:height"]) == ("1200", "630")
        assert found["og:image:type"] == "image/jpeg" and found["og:image:alt"]
        assert found["og:image"].startswith(f"http://{HOST}/share/")
        assert found["twitter:card"] == "summary_large_image"


def test_the_language_and_its_alternates_are_named(kemiren, get):
    indonesian, english = (metas(get(HOST, path).text) for path in ("/", "/en/"))
    assert (indonesian["og:locale"], indonesian["og:locale:alternate"]) == ("id_ID", "en_GB")
    assert (english["og:locale"], english["og:locale:alternate"]) == ("en_GB", "id_ID")
    SiteSettings.objects.filter(site=kemiren.site).update(english_enabled=False)
    assert "og:locale:alternate" not in metas(get(HOST, "/").text)


def test_an_announcement_is_an_article_with_dates_and_section(notice, get):
    AnnouncementPage.objects.update(last_published_at=timezone.now(), category="health")
    found = metas(get(HOST, NOTICE).text)
    assert found["og:type"] == "article"
    assert found["article:section"] == "Kesehatan"
    assert found["article:published_time"] and found["article:modified_time"]
    assert metas(get(HOST, "/").text)["og:type"] == "website"


def test_the_portal_has_them_too(portal, get):
    found = metas(get("localhost", "/").text)
    assert found["og:site_name"] == "Smart Kampung" and "Kabupaten Banyuwangi" in found["description"]


def test_an_address_that_is_no_page_shows_the_icon_and_stays_light(kemiren, get):
    found = metas(get(HOST, "/cari/?q=air").text)
    assert found["og:image"] == f"http://{HOST}/static/img/icons/ijen/512.png"
    assert (found["twitter:card"], found["robots"]) == ("summary", "noindex, follow")
    assert found["description"] == "Situs Desa Kemiren, Kecamatan Glagah, Banyuwangi."
    assert metas(get(HOST, "/tidak-ada/").text)["og:title"] == "Desa Kemiren"


def test_signs_in_a_title_can_not_break_out_of_the_tags(kemiren, get):
    factories.make_announcement(kemiren, '"><script>alert(1)</script> & <b>', slug="aneh")
    html = get(HOST, "/pengumuman/aneh/").text
    assert "<script>alert" not in html
    assert metas(html)["og:title"] == '"><script>alert(1)</script> & <b>'


def test_no_two_addresses_of_a_site_have_the_same_title(kemiren, get):
    for number in range(14):
        factories.make_announcement(kemiren, f"Nomor {number}", category="health")
    factories.make_announcement(kemiren, "Lama", expires_at=timezone.now(), category="health")
    paths = [
        "/",
        "/pengumuman/",
        "/pengumuman/?page=2",
        "/pengumuman/?category=health",
        "/pengumuman/?archive=1",
    ]
    paths += ["/pengumuman/?archive=1&category=health", "/pengumuman/?category=health&page=2"]
    paths += ["/pengumuman/nomor-1/", "/cari/", "/cari/?q=nomor", "/cari/?q=nomor&page=2", "/tidak-ada/"]
    titles = [title(get(HOST, path).text) for path in paths]
    assert len(set(titles)) == len(titles), titles


def test_a_title_says_which_part_of_a_list_or_of_the_results_it_is(kemiren, get):
    for number in range(14):
        factories.make_announcement(kemiren, f"Number {number}", "en", category="health")
    titles = {
        "/en/announcements/?page=2": "Announcements, page 2 · Desa Kemiren",
        "/en/announcements/?category=health": "Announcements, Health · Desa Kemiren",
        "/en/search/?q=number&page=2": "Search, “number”, page 2 · Desa Kemiren",
    }
    assert {path: title(get(HOST, path).text) for path in titles} == titles


def test_a_title_for_search_engines_takes_the_place_of_the_title(notice, get):
    AnnouncementPage.objects.update(seo_title="Kerja bakti Minggu pagi")
    html = get(HOST, NOTICE).text
    assert title(html) == "Kerja bakti Minggu pagi · Desa Kemiren"
    assert metas(html)["og:title"] == "Kerja bakti Minggu pagi"


def test_each_part_of_a_list_is_kept_under_its_own_address_and_a_choice_under_that_of_the_list(kemiren, get):
    for number in range(14):
        factories.make_announcement(kemiren, f"Nomor {number}", category="health")
    address = f"http://{HOST}/pengumuman/"
    expected = {
        "": address,
        "?page=1": address,
        "?page=2": f"{address}?page=2",
        "?page=99": f"{address}?page=2",
        "?category=health&page=2": address,
        "?utm_source=wa": address,
    }
    assert {query: canonical(get(HOST, f"/pengumuman/{query}").text) for query in expected} == expected


def test_a_preview_of_a_page_that_is_not_stored_yet_has_a_head(kemiren, log_in):
    page = AnnouncementPage(title="Konsep", slug="konsep", locale=kemiren.site.root_page.locale)
    parent = factories.announcement_list(kemiren)
    page.path, page.depth = parent.path + "0001", parent.depth + 1
    page.set_url_path(parent)
    html = page.make_preview_request().render().text
    assert "Konsep" in title(html) and metas(html)["twitter:card"] == "summary"
