import re

import pytest
from django.utils import translation

from sites.models import SiteSettings
from tests.factories import sites as factories

HOST = "kemiren.localhost"


@pytest.fixture(autouse=True)
def indonesian():
    with translation.override("id"):
        yield


def test_a_page_says_its_language_and_where_its_translation_is(kemiren, get):
    page = get(HOST, "/pengumuman/").text
    assert re.search(r'<html[^>]* lang="id"', page)
    for code, path in (("id", "/pengumuman/"), ("en", "/en/announcements/"), ("x-default", "/pengumuman/")):
        assert re.search(rf'hreflang="{code}"[^>]*href="http://{HOST}{path}"', page), code
    assert re.search(r'<html[^>]* lang="en"', get(HOST, "/en/announcements/").text)


def test_the_prefix_id_leads_to_the_address_without_it(kemiren, get):
    answer = get(HOST, "/id/pengumuman/?page=2")
    assert (answer.status_code, answer["Location"]) == (301, "/pengumuman/?page=2")
    assert get(HOST, "/id//evil.example/")["Location"] == "/evil.example/"


def test_the_browsers_language_does_not_change_an_address(kemiren, get):
    answer = get(HOST, "/", headers={"accept-language": "en"})
    assert re.search(r'<html[^>]* lang="id"', answer.text)


def test_a_page_without_translation_leads_to_its_nearest_translated_ancestor_with_a_note(kemiren, get):
    page = factories.make_announcement(kemiren, "Kerja bakti")
    answer = get(HOST, "/en/pengumuman/kerja-bakti/")
    assert (answer.status_code, answer["Location"]) == (302, f"/en/announcements/?untranslated={page.pk}")
    note = get(HOST, answer["Location"]).text
    assert "Kerja bakti" in note
    assert 'href="/pengumuman/kerja-bakti/"' in note
    switch = get(HOST, "/pengumuman/kerja-bakti/").text
    assert f'href="/en/announcements/?untranslated={page.pk}"' in switch


def test_an_english_address_without_its_prefix_finds_the_page(kemiren, get):
    answer = get(HOST, "/announcements/")
    assert (answer.status_code, answer["Location"]) == (302, "/pengumuman/")


@pytest.mark.parametrize("path", ["/en/", "/en/announcements/", "/en/pengumuman/"])
def test_a_village_without_english_never_shows_indonesian_under_en(kemiren, get, path):
    SiteSettings.objects.filter(site=kemiren.site).update(english_enabled=False)
    answer = get(HOST, path)
    assert answer.status_code == 302
    assert not answer["Location"].startswith("/en/")
    assert "hreflang" not in get(HOST, "/pengumuman/").text


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("/en/", "/"),
        ("/en/announcements/", "/pengumuman/"),
        ("/en/announcements/flood/", "/pengumuman/"),
        ("/en/pengumuman/banjir/", "/pengumuman/banjir/"),
    ],
)
def test_a_village_without_english_says_so_in_english(kemiren, get, path, target):
    factories.make_announcement(kemiren, "Banjir")
    factories.make_announcement(kemiren, "Flood", language="en")
    SiteSettings.objects.filter(site=kemiren.site).update(english_enabled=False)
    answer = get(HOST, path)
    assert (answer.status_code, answer["Location"]) == (302, f"{target}?untranslated=en")
    page = get(HOST, answer["Location"]).text
    assert re.search(r'<html[^>]* lang="id"', page)
    assert '<p lang="en">This site is in Indonesian only.</p>' in page
    assert "/en/" not in page


def test_searching_in_english_where_there_is_none_ends_at_the_same_note(kemiren, get):
    SiteSettings.objects.filter(site=kemiren.site).update(english_enabled=False)
    address = get(HOST, "/en/search/?q=batik")["Location"]
    assert get(HOST, address)["Location"] == "/?untranslated=en"


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("/cari/?q=batik", "/en/search/?q=batik"),
        ("/en/search/?q=batik", "/cari/?q=batik"),
        ("/langganan/", "/en/newsletter/"),
        ("/en/newsletter/", "/langganan/"),
        ("/tidak-ada/", "/en/"),
    ],
)
def test_the_switch_leads_to_the_same_in_the_other_language_where_it_is_no_page(kemiren, get, path, target):
    code = "en" if target.startswith("/en/") else "id"
    assert re.search(rf'href="{re.escape(target)}"[^>]*hreflang="{code}"', get(HOST, path).text)


def test_a_village_with_english_never_says_that_it_has_none(kemiren, get):
    for language in ("en", "id", "jv"):
        assert "in Indonesian only" not in get(HOST, f"/?untranslated={language}").text


def test_an_address_no_language_knows_is_not_found(kemiren, get):
    assert get(HOST, "/en/tidak-ada/").status_code == 404
    assert get(HOST, "/tidak-ada/").status_code == 404


@pytest.mark.parametrize("number", ["999999999", "-1", "abc", "1 or 1", "٣", "9" * 40])
def test_a_made_up_note_number_gives_no_note_and_no_error(kemiren, get, number):
    assert get(HOST, f"/?untranslated={number}").status_code == 200


def test_a_note_never_names_a_page_of_another_village(kemiren, other, get):
    secret = factories.make_announcement(other, "Hanya di desa lain")
    assert "Hanya di desa lain" not in get(HOST, f"/?untranslated={secret.pk}").text


def test_the_sitemap_has_both_trees_of_this_host_only(kemiren, other, get):
    factories.make_announcement(other, "Milik desa lain")
    factories.make_announcement(kemiren, "Belum terbit", live=False)
    factories.make_announcement(kemiren, "Kerja bakti")
    urls = re.findall(r"<loc>(.*?)</loc>", get(HOST, "/sitemap.xml").text)
    lists = ("/", "/pengumuman/", "/agenda/", "/belajar/", "/budaya/")
    lists += ("/layanan/", "/informasi-publik/", "/pengaduan/")
    lists += ("/en/", "/en/announcements/", "/en/calendar/", "/en/learning/", "/en/culture/")
    lists += ("/en/services/", "/en/public-information/", "/en/complaints/")
    assert set(urls) == {f"http://{HOST}{path}" for path in (*lists, "/pengumuman/kerja-bakti/")}


def test_the_sitemap_of_a_village_without_english_has_one_tree(kemiren, get):
    SiteSettings.objects.filter(site=kemiren.site).update(english_enabled=False)
    assert "/en/" not in get(HOST, "/sitemap.xml").text
