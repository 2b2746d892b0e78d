"""The portal's home: villages and their pins, the finder, news, offices."""

import gzip
import pickle
import re

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction, Site

from sites import provisioning
from sites.models import Office, SiteSettings, Village, VillageNewsIndexPage
from tests.factories import sites as factories

LARGEST_BYTES, LARGEST_SCRIPT_BYTES = 8 * 1024, 1536
ROW = re.compile(r'<li class="village[^"]*" data-accent="(\w+)">(.*?)</li>', re.S)
PIN = re.compile(
    r'<g data-accent="(\w+)" transform="translate\((\d+) (\d+)\)">.*?<text[^>]*>(\d+)</text>(.*?)</g>'
)


def place(village, south_km, **settings):
    """Put a village so many kilometres south of the crater."""
    Village.objects.filter(pk=village.pk).update(latitude=-8.058 - south_km / 111.2, longitude=114.242)
    SiteSettings.objects.filter(site=village.site).update(**settings) if settings else None
    return village


def rows(html):
    """The list of villages: (number or "", accent, name, address)."""
    found = []
    for accent, row in ROW.findall(html):
        number = re.search(r'village__number"[^>]*>(\d+)<', row)
        link = re.search(r'<a href="([^"]*)">([^<]*)</a>', row)
        name = link[2] if link else re.search(r"<h3>([^<]*)</h3>", row)[1]
        found.append((number[1] if number else "", accent, name, link[1] if link else ""))
    return found


def pins(html):
    """The pins of the landscape: (number, accent, name)."""
    return [
        (number, accent, "".join(re.findall(r">([^<]+)</text>", rest)))
        for accent, _x, _y, number, rest in PIN.findall(html)
    ]


@pytest.fixture
def slope(portal):
    """Three villages on the slope, one whose place nobody knows."""
    place(factories.make_village("laut.localhost", name="Laut"), 43, accent="pesisir")
    place(factories.make_village("gunung.localhost", name="Gunung", district="Licin"), 8, accent="ijen")
    place(factories.make_village("tengah.localhost", name="Tengah"), 18, accent="kopi")
    factories.make_village("antah.localhost", name="Antah")


def test_pins_and_rows_have_the_same_numbers_names_and_colours_from_mountain_to_sea(slope, get):
    html = get("localhost").text
    assert pins(html) == [("1", "ijen", "Gunung"), ("2", "kopi", "Tengah"), ("3", "pesisir", "Laut")]
    assert [(number, accent, name.removeprefix("Desa ")) for number, accent, name, _ in rows(html)][
        :3
    ] == pins(html)


def test_a_village_whose_place_is_unknown_has_a_row_and_no_pin(slope, get):
    html = get("localhost").text
    assert rows(html)[3][0::2] == ("", "Desa Antah")
    assert "Antah" not in "".join(name for _number, _accent, name in pins(html))


def test_the_landscape_is_a_drawing_that_screen_readers_pass_over(slope, get):
    assert re.search(
        r'<svg class="transect"[^>]* aria-hidden="true" focusable="false">', get("localhost").text
    )
    assert "<a " not in re.search(r'<svg class="transect".*?</svg>', get("localhost").text, re.S)[0]


def test_the_landscape_has_plain_numbers_in_every_language(slope, get):
    for path in ("/", "/en/"):
        assert len(PIN.findall(get("localhost", path).text)) == 3


def test_a_row_has_the_district_and_what_the_village_says_of_itself(kemiren, get):
    factories.home(kemiren).__class__.objects.filter(pk=factories.home(kemiren).pk).update(
        summary="Kampung adat Osing."
    )
    row = ROW.search(get("localhost").text)[2]
    assert "Kecamatan Glagah" in row
    assert "Kampung adat Osing." in row
    assert "Kampung adat Osing." not in get("localhost", "/en/").text


def test_a_known_altitude_is_told(kemiren, get):
    Village.objects.filter(pk=kemiren.pk).update(altitude_m=144)
    html = get("localhost").text
    assert re.search(r"144\s+m", ROW.search(html)[2])
    assert pins(html) == [("1", "ijen", "Kemiren")]


def test_the_english_portal_leads_to_english_homes_where_there_are_any(portal, get):
    factories.make_village("dua.localhost", name="Dua Bahasa")
    factories.make_village("satu.localhost", name="Satu Bahasa", english=False)
    addresses = {name: address for _n, _a, name, address in rows(get("localhost", "/en/").text)}
    assert (
        addresses["Desa Dua Bahasa"].endswith("dua.localhost/en/")
        or ":8000/en/" in addresses["Desa Dua Bahasa"]
    )
    assert "/en/" not in addresses["Desa Satu Bahasa"]
    assert "/en/" not in "".join(row[3] for row in rows(get("localhost").text))


def test_a_closed_village_is_on_no_pin_row_or_news(slope, get):
    village = Village.objects.get(name="Tengah")
    factories.make_announcement(village, "Kabar yang tutup")
    provisioning.close_village(village)
    html = get("localhost").text
    assert "Tengah" not in html
    assert "Kabar yang tutup" not in html + get("localhost", "/kabar/").text
    assert [name for _number, _accent, name in pins(html)] == ["Gunung", "Laut"]


def test_a_village_of_the_register_without_a_site_is_found_but_leads_nowhere(slope, get):
    factories.register(name="Menunggu")
    assert "Menunggu" not in get("localhost").text
    assert rows(get("localhost", "/?q=menunggu").text)[0][2:] == ("Desa Menunggu", "")


def test_without_any_village_the_portal_says_so(portal, get):
    answer = get("localhost")
    assert answer.status_code == 200
    assert pins(answer.text) == rows(answer.text) == []
    assert '<div class="empty">' in answer.text


def test_the_light_register_says_what_lists_need_without_asking_again(kemiren, django_assert_num_queries):
    def said(village):
        own = (village.display_name, village.district, village.code, village.name_key, village.is_open)
        return *own, village.url, village.home_url, village.accent, village.container_path, village.place

    whole = said(Village.objects.get(pk=kemiren.pk))
    with django_assert_num_queries(1):
        village = Village.objects.light().get(pk=kemiren.pk)
        assert said(village) == said(pickle.loads(pickle.dumps(village))) == whole


def test_a_village_without_a_site_has_no_path_in_the_light_register(portal):
    village = Village.objects.light().get(pk=factories.register(name="Menunggu").pk)
    assert (village.container_path, village.url, village.accent) == (None, None, "ijen")


def test_a_profile_says_better_where_its_village_lies(slope, get):
    sea = Village.objects.get(name="Laut")
    factories.make_profile(sea, altitude_m=1200)
    assert [name for _number, _accent, name in pins(get("localhost").text)] == ["Laut", "Gunung", "Tengah"]


def test_a_search_shows_what_fits_and_leaves_the_rest_of_the_page_out(slope, get):
    html = get("localhost", "/?q=gun").text
    assert [name for _number, _accent, name, _address in rows(html)] == ["Desa Gunung"]
    assert 'id="latest"' not in html
    assert 'content="noindex, follow"' in html
    assert 'value="gun"' in html


def test_a_district_lists_all_its_villages_those_with_a_site_first(slope, get):
    factories.register(name="Aaa", district="Licin")
    found = rows(get("localhost", "/?district=Licin").text)
    assert [name for _number, _accent, name, _address in found] == ["Desa Gunung", "Desa Aaa"]


def test_each_district_is_offered_with_the_number_of_its_villages(slope, get):
    html = get("localhost").text
    assert re.search(r'href="\?district=Glagah#villages">Glagah <span class="meta">3</span>', html)
    assert re.search(r'href="\?district=Licin#villages">Licin <span class="meta">1</span>', html)


@pytest.mark.parametrize(
    "asked",
    ["q=%00", "district=%00&q=%27%22", "page=zzz&all=1", "all=1&page=99", "q=" + "x" * 5000, "part=zzz"],
)
def test_a_strange_question_gets_a_page(slope, get, asked):
    assert get("localhost", f"/?{asked}").status_code == 200


def test_the_script_gets_the_list_alone_as_the_page_shows_it(slope, get):
    whole, part = get("localhost", "/?q=gun"), get("localhost", "/?q=gun&part=villages")
    assert part.text.strip() in whole.text
    assert "<html" not in part.text
    assert "max-age=60" in part.headers["Cache-Control"]


def test_the_script_is_small(settings):
    script = (settings.BASE_DIR / "static" / "js" / "finder.js").read_bytes()
    assert len(gzip.compress(script, 9)) <= LARGEST_SCRIPT_BYTES


def test_links_to_further_results_lead_to_whole_pages(portal, get):
    for number in range(30):
        factories.register(name=f"Desa Baru {number}")
    part = get("localhost", "/?q=baru&part=villages").text
    assert "page=2" in part
    assert "part=" not in part


def test_the_list_for_the_script_is_the_portals_alone(kemiren, get):
    assert "<html" in get("kemiren.localhost", "/?part=villages").text


def test_news_come_from_open_villages_in_the_language_of_the_page(kemiren, get):
    factories.make_announcement(kemiren, "Kabar terbit")
    factories.make_announcement(kemiren, "Konsep", live=False)
    factories.make_announcement(kemiren, "Sudah lewat", expires_at=timezone.now())
    factories.make_announcement(kemiren, "English news", language="en")
    hidden = factories.make_announcement(kemiren, "Hanya warga")
    PageViewRestriction.objects.create(page=hidden, restriction_type="password", password="x")
    for path in ("/", "/kabar/"):
        html = get("localhost", path).text
        assert "Kabar terbit" in html
        for title in ("Konsep", "Sudah lewat", "Hanya warga", "English news"):
            assert title not in html, (path, title)
    for path in ("/en/", "/en/news/"):
        assert "English news" in get("localhost", path).text
        assert "Kabar terbit" not in get("localhost", path).text


def test_an_english_announcement_of_a_village_without_english_pages_is_not_shown(portal, get):
    village = factories.make_village(english=False)
    factories.make_announcement(village, "Not ready", language="en")
    assert "Not ready" not in get("localhost", "/en/").text + get("localhost", "/en/news/").text


def test_news_carry_the_name_and_colour_of_their_village_and_lead_to_its_site(kemiren, get):
    SiteSettings.objects.filter(site=kemiren.site).update(accent="gandrung")
    factories.make_announcement(kemiren, "Kabar terbit")
    html = get("localhost", "/kabar/").text
    assert re.search(r'<li data-accent="gandrung">\s*<span class="tag">Desa Kemiren</span>', html)
    assert re.search(r'href="http://kemiren\.localhost[^"]*/pengumuman/kabar-terbit/"', html)


def test_all_news_are_reached_page_by_page_from_the_home(kemiren, get):
    for number in range(30):
        factories.make_announcement(kemiren, f"Kabar {number:02}")
    assert 'href="/kabar/"' in get("localhost").text
    seen = "".join(get("localhost", f"/kabar/?page={page}").text for page in (1, 2, 3))
    assert all(f"Kabar {number:02}" in seen for number in range(30))


def test_the_home_does_without_the_page_of_all_news(kemiren, get):
    factories.make_announcement(kemiren, "Kabar terbit")
    VillageNewsIndexPage.objects.all().delete()
    html = get("localhost").text
    assert "Kabar terbit" in html
    assert 'href="/kabar/"' not in html


def test_offices_named_in_the_programme_stand_first_with_their_tasks(portal, get):
    for slug, named in (("b", False), ("a", True)):
        Office.objects.create(
            slug=slug,
            abbreviation=slug.upper(),
            name=f"Dinas {slug}",
            name_en=f"Office {slug}",
            role=f"Tugas {slug}",
            role_en=f"Task {slug}",
            named_in_programme=named,
        )
    html = get("localhost").text
    assert html.index("Tugas a") < html.index('<details class="offices__more"') < html.index("Tugas b")
    assert "Task a" in get("localhost", "/en/").text


def open_whole_register(settings, home):
    """Open a site for all 217 villages, with the records a list needs; whole sites would take a minute."""
    data = settings.BASE_DIR / "data"
    provisioning.import_villages(data / "villages.csv", data / "village_coordinates.csv")
    villages = list(Village.objects.filter(site=None))
    sites = Site.objects.bulk_create(
        Site(hostname=f"{village.code}.localhost", root_page=home) for village in villages
    )
    SiteSettings.objects.bulk_create(SiteSettings(site=site, english_enabled=True) for site in sites)
    for village, site in zip(villages, sites, strict=True):
        village.site = site
    Village.objects.bulk_update(villages, ["site"])


def test_with_217_villages_all_are_reached_and_the_home_stays_small(portal, get, settings):
    kemiren = factories.make_village("kemiren.localhost", name="Kemiren", code="35.10.15.2004")
    open_whole_register(settings, factories.home(kemiren))
    provisioning.import_offices(settings.BASE_DIR / "data" / "offices.json")
    html = get("localhost").text
    assert len(pins(html)) == 8
    assert [row[0] for row in rows(html)] == [pin[0] for pin in pins(html)]
    assert 'href="?all=1#villages"' in html
    assert len(gzip.compress(html.encode(), 9)) <= LARGEST_BYTES
    listed = [row[3] for page in range(1, 11) for row in rows(get("localhost", f"/?all=1&page={page}").text)]
    assert len(listed) == len(set(listed)) == 217
    assert "" not in listed


def test_no_answer_of_the_finder_grows_with_the_number_of_villages(portal, get, settings):
    kemiren = factories.make_village("kemiren.localhost", name="Kemiren", code="35.10.15.2004")
    open_whole_register(settings, factories.home(kemiren))
    for asked in ("q=a", "all=1", "district=Glagah", "q=a&part=villages"):
        answer = get("localhost", f"/?{asked}")
        assert len(rows(answer.text)) <= 24
        assert len(gzip.compress(answer.content, 9)) <= LARGEST_BYTES


def test_the_feed_of_village_news_says_whose_news_it_is(kemiren, get):
    factories.make_announcement(kemiren, "Panen raya")
    feed = get("localhost", "/kabar/feed/").text
    assert "<title>Desa Kemiren: Panen raya</title>" in feed
    assert "http://kemiren.localhost" in feed
    assert 'href="/kabar/feed/"' in get("localhost", "/kabar/").text
