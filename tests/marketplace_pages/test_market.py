"""The showcase of a village and the market of the regency: what is listed, narrowed, searched and sorted."""

import re

import pytest
from django.utils import timezone

from marketplace_pages.models import MarketEntry, ProductPage
from sites.models import SiteSettings
from tests.factories.marketplace import in_english, make_business, make_category, make_permit, make_product
from tests.factories.remembered import remembered

pytestmark = pytest.mark.django_db
VILLAGE, MARKET = "kemiren.localhost", "localhost"


def read(get, query="", host=MARKET, path="/pasar/") -> str:
    answer = get(host, path + query)
    assert answer.status_code == 200
    return answer.text.partition("<main")[2].partition("<footer")[0]


def titles(html: str) -> list[str]:
    return re.findall(r"<h3>(?:<span[^>]*>\d+</span> )?<a href=\"[^\"]+\">([^<]+)</a></h3>", html)


def counts(html: str, name: str) -> dict[str, int]:
    boxes = re.findall(rf'name="{name}" value="([^"]+)"[^>]*><span>[^<]*</span><small>(\d+)</small>', html)
    select = re.search(rf'<select name="{name}".*?</select>', html)
    listed = re.findall(r'<option value="([^"]+)"[^>]*>[^<]*\((\d+)\)', select[0]) if select else []
    return {value: int(number) for value, number in boxes + listed}


def chips(html: str) -> dict[str, str]:
    return {
        label: address.replace("&amp;", "&")
        for address, label in re.findall(r'<a class="chip chip--on" href="([^"]*)">([^<]*)<', html)
    }


@pytest.fixture
@remembered
def snacks():
    above = make_category("Makanan")
    return make_category("Kue dan camilan", above)


@pytest.fixture
@remembered
def goods(kemiren, other, snacks):
    """Two villages of two districts with some of each."""
    kitchen = make_business(kemiren, "Dapur Contoh")
    make_product(kitchen, "Bagiak jahe", category=snacks)
    make_product(
        kitchen, "Kerupuk ikan", category=snacks, price_from_rupiah=12_000, availability="made_to_order"
    )
    studio = make_business(kemiren, "Sanggar Contoh", kind="studio")
    make_product(studio, "Kain batik", category=make_category("Kain"), price_from_rupiah=385_000)
    neighbour = make_business(other, "Kebun Contoh", kind="bumdes")
    make_product(neighbour, "Kopi robusta", category=make_category("Kopi"), price_from_rupiah=45_000)
    make_product(neighbour, "Durian merah", category=make_category("Buah"), availability="sold_out")
    make_permit(kitchen, "halal")
    return kemiren


def test_a_showcase_lists_its_own_and_the_market_those_of_all(goods, get):
    assert set(titles(read(get, host=VILLAGE))) == {"Bagiak jahe", "Kerupuk ikan", "Kain batik"}
    assert len(titles(read(get))) == 5


def test_a_category_of_the_first_level_includes_its_children(goods, get):
    html = read(get, "?category=makanan")
    assert set(titles(html)) == {"Bagiak jahe", "Kerupuk ikan"}
    assert counts(html, "category") == {
        "makanan": 2,
        "kue-dan-camilan": 2,
        "kain": 1,
        "minuman-kopi": 1,
        "buah": 1,
    }


def test_a_child_stands_for_its_parent_where_both_are_chosen(goods, snacks, get):
    make_product(make_business(goods, "Warung"), "Nasi", category=snacks.parent)
    html = read(get, "?category=makanan&category=kue-dan-camilan")
    assert set(titles(html)) == {"Bagiak jahe", "Kerupuk ikan"}
    assert list(chips(html)) == ["Kue dan camilan"]


def test_each_count_is_what_the_choice_finds_beside_the_others(goods, get):
    for query in ["", "?permit=halal", "?kind=umkm&price=0", "?q=bagiak", "?min=10000&max=50000"]:
        html = read(get, query)
        for name in ("category", "price", "permit", "availability", "kind", "village", "district"):
            for value, number in counts(html, name).items():
                chosen = re.search(rf'value="{re.escape(value)}" (checked|selected)', html)
                if not chosen and not re.search(rf"[?&]{name}=", query):
                    joined = f"{query}&{name}={value}" if query else f"?{name}={value}"
                    assert len(titles(read(get, joined))) == number, joined


def test_a_district_narrows_to_its_villages_and_takes_others_back(goods, other, get):
    other.district = "Songgon"
    other.save()
    html = read(get, f"?district=songgon&village={goods.code}")
    assert set(titles(html)) == {"Kopi robusta", "Durian merah"}
    assert counts(html, "district") == {"songgon": 2, "glagah": 3}
    assert list(chips(html)) == ["Songgon"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?max=Rp 30.000,-", {"Bagiak jahe", "Kerupuk ikan", "Durian merah"}),
        ("?min=45rb", {"Kopi robusta", "Kain batik"}),
        ("?min=50000&max=30000", {"Kopi robusta"}),
        (
            "?max=99999999999999999999",
            {"Bagiak jahe", "Kerupuk ikan", "Durian merah", "Kopi robusta", "Kain batik"},
        ),
    ],
)
def test_prices_are_read_as_people_write_them(goods, get, query, found):
    assert set(titles(read(get, query))) == found


def test_what_is_no_amount_is_said_and_left_out(goods, get):
    html = read(get, "?min=murah&permit=halal")
    assert 'aria-invalid="true"' in html and 'value="murah"' in html
    assert len(titles(html)) == 2


def test_what_can_be_had_now_is_ready_made_to_order_or_in_season(goods, get):
    business = make_business(goods, "Kebun")
    month = timezone.localdate().month
    make_product(business, "Manggis", availability="seasonal", months=[month])
    make_product(business, "Rambutan", availability="seasonal", months=[month % 12 + 1])
    html = read(get, "?availability=now")
    assert "Manggis" in titles(html) and not {"Rambutan", "Durian merah"} & set(titles(html))
    assert counts(html, "availability") == {
        "now": 5,
        "ready": 3,
        "made_to_order": 1,
        "seasonal": 2,
        "sold_out": 1,
    }


@pytest.mark.parametrize(
    ("sort", "found"),
    [
        ("cheapest", ["Kerupuk ikan", "Bagiak jahe", "Kain batik"]),
        ("dearest", ["Kain batik", "Bagiak jahe", "Kerupuk ikan"]),
        ("name", ["Bagiak jahe", "Kain batik", "Kerupuk ikan"]),
        ("newest", ["Kain batik", "Kerupuk ikan", "Bagiak jahe"]),
    ],
)
def test_products_stand_in_the_order_asked_for(goods, get, sort, found):
    assert titles(read(get, f"?sort={sort}", VILLAGE)) == found


@pytest.mark.parametrize("typed", ["kerupuk", "krupuk", "Kerupuknya", "kerupk"])
def test_words_are_found_as_people_write_them(goods, get, typed):
    assert titles(read(get, f"?q={typed}")) == ["Kerupuk ikan"]


def test_a_typing_mistake_is_corrected_and_can_be_taken_back(goods, get):
    html = read(get, "?q=bagiyak", VILLAGE)
    assert titles(html) == ["Bagiak jahe"]
    assert "bagiak" in html and 'href="/pasar/?q=bagiyak&amp;exact=1"' in html
    assert titles(read(get, "?q=bagiyak&exact=1", VILLAGE)) == []


def test_makers_categories_and_texts_are_found_after_titles(goods, get):
    make_product(make_business(goods, "Warung"), "Teh", materials="bagiak")
    assert titles(read(get, "?q=bagiak")) == ["Bagiak jahe", "Teh"]
    assert titles(read(get, "?q=sanggar")) == ["Kain batik"]


def test_a_search_and_choices_go_together(goods, get):
    html = read(get, "?q=ikan&category=makanan&permit=halal")
    assert titles(html) == ["Kerupuk ikan"]
    assert '<input type="hidden" name="q" value="ikan">' in html
    assert '<input type="hidden" name="category" value="makanan">' in html
    assert chips(html)["Makanan"] == "/pasar/?q=ikan&permit=halal"


def test_a_closed_village_and_one_without_english_stay_out(goods, other, get):
    business = make_business(other, "Toko")
    product = make_product(business, "Madu")
    in_english(business, "Shop")
    in_english(product, "Honey")
    assert titles(read(get, path="/en/market/")) == ["Honey"]
    SiteSettings.objects.filter(site=other.site).update(english_enabled=False)
    assert titles(read(get, path="/en/market/")) == []
    assert "Madu" in titles(read(get))
    other.closed_at = timezone.now()
    other.save()
    assert "Madu" not in titles(read(get))


def test_a_village_without_what_is_looked_for_leads_to_the_others(goods, other, get):
    html = read(get, "?q=kopi&sort=name", VILLAGE)
    assert titles(html) == []
    assert 'href="http://localhost:8000/pasar/?q=kopi&amp;sort=name"' in html
    assert "1 in other villages" in html or "1 di desa lain" in html


def test_choices_that_find_nothing_can_be_taken_away(goods, get):
    html = read(get, "?q=kopi&permit=halal")
    assert titles(html) == []
    assert 'class="button" href="/pasar/?q=kopi"' in html


def test_a_market_without_products_says_so(portal, get):
    html = read(get)
    assert 'class="empty"' in html and "<aside" not in html


def test_parts_keep_the_choices_and_a_wrong_number_gives_the_nearest(goods, get, monkeypatch):
    monkeypatch.setattr("marketplace_pages.models.market_lists.MarketList.page_size", 2)
    html = read(get, "?kind=umkm&kind=bumdes&page=2")
    assert "kind=umkm" in html and len(titles(html)) == 2
    assert titles(read(get, "?kind=umkm&kind=bumdes&page=99")) == titles(html)
    assert titles(read(get, "?page=x")) == titles(read(get))


def test_only_the_whole_list_is_for_search_engines(goods, get):
    assert "noindex" not in get(MARKET, "/pasar/").text
    assert "noindex" not in get(MARKET, "/pasar/?page=1").text
    for query in ("?permit=halal", "?q=kopi", "?sort=name"):
        answer = get(MARKET, f"/pasar/{query}").text
        assert 'content="noindex, follow"' in answer
        assert '<link rel="canonical" href="http://localhost/pasar/">' in answer


def test_a_card_in_the_market_says_whose_it_is_and_where_it_is_ordered(goods, get):
    html = read(get, "?q=bagiak")
    assert "Dapur Contoh, Desa Kemiren" in html
    assert (
        'href="http://kemiren.localhost:8000/pasar/dapur-contoh/bagiak-jahe/pesan/" rel="nofollow noopener"'
        in html
    )
    assert "Desa Kemiren" not in read(get, "?q=bagiak", VILLAGE)


def test_homes_show_some_products(goods, get):
    assert "Bagiak jahe" in get(VILLAGE, "/").text
    assert get(MARKET, "/").text.count('class="product"') == 3


def test_entries_of_products_that_are_gone_disappear(goods, get):
    ProductPage.objects.get(title="Bagiak jahe").delete()
    assert MarketEntry.objects.count() == 4
