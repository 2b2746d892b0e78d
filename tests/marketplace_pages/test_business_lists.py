"""The lists of businesses, and of what tourists look for, below a showcase and the market."""

import re

import pytest

from marketplace_pages.models import ShowcasePage
from sites.opening_hours import DAYS
from tests.factories.culture import list_below
from tests.factories.marketplace import in_english, make_business
from tests.factories.remembered import remembered

from .test_market import MARKET, VILLAGE, read, titles

pytestmark = pytest.mark.django_db
ALL_WEEK = [{"type": "hours", "value": {"days": list(DAYS), "opens": "08:00", "closes": "17:00"}}]


@pytest.fixture
@remembered
def businesses(kemiren, other):
    make_business(kemiren, "Dapur Contoh", latitude=-8.2, longitude=114.32, address="Dusun Krajan")
    make_business(kemiren, "Sanggar Contoh", kind="studio", latitude=-8.21, longitude=114.33)
    make_business(
        kemiren,
        "Rumah Singgah",
        kind="homestay",
        price_from_rupiah=150_000,
        price_unit="malam",
        facilities=["wifi", "parking"],
    )
    make_business(other, "Kebun Contoh", kind="bumdes")
    return kemiren


def test_a_village_lists_its_businesses_and_the_regency_those_of_all(businesses, get):
    assert titles(read(get, path="/pasar/usaha/", host=VILLAGE)) == [
        "Dapur Contoh",
        "Rumah Singgah",
        "Sanggar Contoh",
    ]
    html = read(get, path="/pasar/usaha/")
    assert len(titles(html)) == 4
    assert '<span class="tag tag--from">Desa Lainnya</span>' in html


@pytest.mark.parametrize(
    ("query", "found"), [("?kind=studio", ["Sanggar Contoh"]), ("?q=dapur", ["Dapur Contoh"]), ("?q=xyz", [])]
)
def test_they_are_narrowed_by_kind_and_name(businesses, get, query, found):
    assert titles(read(get, query, VILLAGE, "/pasar/usaha/")) == found
    assert "noindex" in get(VILLAGE, f"/pasar/usaha/{query}").text


def test_tourists_see_price_hours_of_today_and_facilities(businesses, get):
    html = read(get, path="/pasar/wisata/", host=VILLAGE)
    assert titles(html) == ["Rumah Singgah"]
    assert "Rp\u00a0150.000 / malam" in html and "Wi-Fi" in html


@pytest.mark.parametrize("host", [VILLAGE, MARKET])
def test_each_pin_has_the_number_of_its_card(businesses, get, host):
    html = read(get, path="/pasar/usaha/", host=host)
    pins = re.findall(r'<text y="4.5">(\d+)</text>', html)
    cards = re.findall(
        r'<span class="pin-number" aria-hidden="true">(\d+)</span> <a href="[^"]*">([^<]+)</a>', html
    )
    assert sorted(pins) == sorted(number for number, _title in cards)
    assert {title for _number, title in cards} == {"Dapur Contoh", "Sanggar Contoh"}


def test_no_map_is_drawn_where_no_place_is_known(kemiren, get):
    make_business(kemiren, "Dapur Contoh")
    assert "locator" not in read(get, path="/pasar/usaha/", host=VILLAGE)


def test_the_list_speaks_for_itself_in_title_trail_and_languages(businesses, get):
    business = make_business(businesses, "Warung")
    in_english(business, "Stall")
    html = get(VILLAGE, "/pasar/usaha/").text
    assert '<link rel="canonical" href="http://kemiren.localhost/pasar/usaha/">' in html
    assert 'hreflang="en" href="http://kemiren.localhost/en/market/usaha/"' in html
    assert re.search(r'<a href="/pasar/">[^<]+</a></li>\s*<li><span aria-current="page">', html)
    assert titles(read(get, path="/en/market/usaha/", host=VILLAGE)) == ["Stall"]


def test_the_sitemap_names_the_lists_that_have_something(businesses, get):
    found = get(VILLAGE, "/sitemap.xml").text
    assert "/pasar/usaha/" in found and "/pasar/wisata/" in found
    empty = get("lainnya.localhost", "/sitemap.xml")
    assert "/pasar/wisata/" not in empty.text


@pytest.mark.parametrize("slug", ["usaha", "wisata", "pesan", "katalog"])
def test_no_business_takes_the_address_of_a_list(kemiren, slug):
    from django.core.exceptions import ValidationError

    from marketplace_pages.models import BusinessPage

    page = BusinessPage(title="Toko", slug=slug, locale=list_below(ShowcasePage, kemiren).locale)
    with pytest.raises(ValidationError) as refused:
        list_below(ShowcasePage, kemiren).add_child(instance=page)
    assert "slug" in refused.value.message_dict
