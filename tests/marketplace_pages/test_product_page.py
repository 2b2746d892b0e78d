"""What readers see of a product."""

import json
import re
from datetime import date

import pytest
from django.utils import timezone
from django.utils.translation import override

from marketplace_pages.models import ProductDay, ProductPicture, ProductVariant
from sites.models import VillageImage
from tests.factories.marketplace import in_english, make_business, make_category, make_permit, make_product
from tests.factories.sites import make_media

pytestmark = pytest.mark.django_db
HOST, PATH = "kemiren.localhost", "/pasar/dapur-contoh/bagiak-jahe/"


def text_of(answer) -> str:
    """What is read on a page, in one line."""
    return " ".join(re.sub(r"<[^>]+>", " ", answer.text.partition("<main")[2]).split())


def about(answer) -> dict:
    """What the page says to search engines of the thing that it is about."""
    graph = json.loads(re.search(r'application/ld\+json">(.*?)</script>', answer.text, re.DOTALL)[1])[
        "@graph"
    ]
    return next(part["mainEntity"] for part in graph if "mainEntity" in part)


@pytest.fixture
def business(kemiren):
    return make_business(kemiren, delivery_ways=["pick_up"], payment_ways=["cash", "qris"])


def page_of(get, product, path=PATH):
    return get(HOST, path)


def test_it_says_what_somebody_wants_to_know_before_an_order(business, get):
    make_product(
        business,
        summary="Renyah.",
        unit="250 g",
        weight_grams=1_500,
        minimum_order=3,
        availability="made_to_order",
        making_days=2,
        materials="Jahe, tepung",
        care="Simpan kering.",
    )
    text = text_of(get(HOST, PATH))
    for words in ("Rp\u00a018.000", "/ 250 g", "Renyah.", "1,5", "Jahe, tepung", "Simpan kering.", "QRIS"):
        assert words.replace("\u00a0", " ") in text.replace("\u00a0", " ")
    assert "Dapur Contoh" in text and re.search(r"\b2 (hari|days)", text)


def test_variants_have_their_own_price_or_are_sold_out(business, get):
    variants = [
        ProductVariant(name="Kecil", name_en="Small", price_rupiah=15_000),
        ProductVariant(name="Besar", name_en="Large", is_sold_out=True),
    ]
    make_product(business, variants=variants)
    html = get(HOST, PATH).text
    assert "Kecil" in html and "<s>Besar</s>" in html
    assert re.search(r'<option[^>]*data-name="Besar"[^>]*disabled', html)
    assert "disabled" not in re.search(r'<option[^>]*data-name="Kecil"[^>]*>', html)[0]


def test_pictures_lead_to_their_larger_versions(business, kemiren, get):
    first, second = (make_media(VillageImage, kemiren, title) for title in ("Depan", "Belakang"))
    product = make_product(business, listing_image=first)
    ProductPicture.objects.create(page=product, image=second, caption="Belakang")
    html = get(HOST, PATH).text
    assert f'href="{first.file.url}"' in html and f'href="{second.file.url}"' in html
    assert "foto" not in text_of(get(HOST, PATH)).lower() or "menyusul" not in html


@pytest.mark.parametrize(
    ("months", "state"),
    [([timezone.localdate().month], "InStock"), ([timezone.localdate().month % 12 + 1], "OutOfStock")],
)
def test_a_season_says_whether_it_is_now(business, get, months, state):
    make_product(business, availability="seasonal", months=months)
    page = get(HOST, PATH)
    assert about(page)["offers"]["availability"] == f"https://schema.org/{state}"
    assert ('pesan/" novalidate' in page.text) == (state == "InStock")


@pytest.mark.parametrize(
    ("months", "text"),
    [
        ([timezone.localdate().month], "In season now"),
        ([timezone.localdate().month % 12 + 1], "Not in season now"),
        ([], ""),
    ],
)
def test_its_card_says_so_too_where_the_months_are_known(business, months, text):
    with override("en"):
        assert make_product(business, availability="seasonal", months=months).season_text == text


def test_a_permit_stands_there_with_who_gave_it_and_when_it_was_checked(business, get):
    make_product(business)
    make_permit(business, number="ID-123", issuer="BPJPH", valid_until=date(2031, 5, 1))
    make_permit(business, "pirt", number="P-9", verified_at=None)
    page = get(HOST, PATH)
    text = text_of(page)
    assert "ID-123" in text and "BPJPH" in text and "2031" in text and "P-9" not in text
    assert [one["certificationIdentification"] for one in about(page)["hasCertification"]] == ["ID-123"]


def test_products_of_the_same_maker_stand_before_those_alike_elsewhere(business, kemiren, other, get):
    make_product(business)
    make_product(business, "Kopi bubuk", category=make_category("Minuman"))
    make_product(make_business(kemiren, "Dapur Lain"), "Kue cucur")
    make_product(make_business(other, "Dapur Jauh"), "Kue apem")
    make_product(make_business(other, "Toko Jauh"), "Tas", category=make_category("Tas"))
    text = text_of(get(HOST, PATH))
    places = [text.index(title) for title in ("Kopi bubuk", "Kue cucur", "Kue apem")]
    assert places == sorted(places) and "Toko Jauh" not in text


def test_what_is_alike_elsewhere_prints_no_picture_which_this_host_does_not_give(
    business, kemiren, other, get
):
    make_product(business)
    near, far = make_media(VillageImage, kemiren, "Cucur"), make_media(VillageImage, other, "Apem")
    make_product(make_business(kemiren, "Dapur Lain"), "Kue cucur", listing_image=near)
    make_product(make_business(other, "Dapur Jauh"), "Kue apem", listing_image=far)
    cards = get(HOST, PATH).text.partition('id="alike"')[2].split('<article class="product"')[1:3]
    assert ["Kue cucur" in cards[0], "Kue apem" in cards[1]] == [True, True]
    assert ["<img" in card for card in cards] == [True, False]


def test_search_engines_learn_the_price_and_the_seller(business, get):
    make_product(business, weight_grams=250, materials="Jahe")
    data = about(get(HOST, PATH))
    assert data["@type"] == "Product"
    assert data["weight"] == {"@type": "QuantitativeValue", "value": 250, "unitCode": "GRM"}
    offer = data["offers"]
    assert (offer["@type"], offer["price"], offer["priceCurrency"]) == ("Offer", 18_000, "IDR")
    assert offer["seller"]["name"] == "Dapur Contoh" and offer["seller"]["@type"] == "Store"


@pytest.mark.parametrize(
    ("values", "offer"),
    [
        ({"price_to_rupiah": 25_000}, {"lowPrice": 18_000, "highPrice": 25_000, "priceCurrency": "IDR"}),
        ({"price_from_rupiah": None}, {}),
    ],
)
def test_they_learn_a_range_as_a_range_and_no_price_as_none(business, get, values, offer):
    make_product(business, **values)
    page = get(HOST, PATH)
    found = about(page)["offers"]
    assert {name: found[name] for name in found if "rice" in name} == offer
    assert "product:price:amount" not in page.text


def test_messengers_learn_a_single_price(business, get):
    make_product(business)
    html = get(HOST, PATH).text
    assert '<meta property="og:type" content="product">' in html
    assert '<meta property="product:price:amount" content="18000">' in html
    assert '<meta property="product:price:currency" content="IDR">' in html


def test_a_product_of_a_business_that_is_taken_off_is_not_there(business, get):
    make_product(business)
    business.unpublish()
    assert get(HOST, PATH).status_code == 404
    assert get(HOST, f"{PATH}pesan/").status_code == 404


def test_a_translation_shows_what_was_typed_once(business, get):
    product = make_product(
        business, variants=[ProductVariant(name="Kecil", name_en="Small")], minimum_order=2
    )
    in_english(business, "Sample kitchen")
    in_english(product, "Ginger biscuits")
    text = text_of(get(HOST, "/en/market/sample-kitchen/ginger-biscuits/"))
    assert "Small" in text and "Rp 18,000" in text and "At least 2." in text


def full(business, kemiren):
    pictures = [make_media(VillageImage, kemiren, f"Gambar {number}") for number in range(3)]
    product = make_product(business, listing_image=pictures[0], variants=[ProductVariant(name="Kecil")])
    for picture in pictures[1:]:
        ProductPicture.objects.create(page=product, image=picture)
    product.tags.add("halal", "jahe")
    product.save()
    make_permit(business)
    for title in ("Kopi", "Gula", "Kue"):
        make_product(business, title)
    return product


def test_the_page_stays_within_the_budget(business, kemiren, get, django_assert_max_num_queries):
    full(business, kemiren)
    get(HOST, PATH)
    with django_assert_max_num_queries(15):
        answer = get(HOST, PATH)
    assert "jahe" in answer.text


def test_each_reading_is_counted_for_the_indonesian_version(business, get):
    product = make_product(business)
    in_english(business, "Sample kitchen")
    in_english(product, "Ginger biscuits")
    get(HOST, PATH)
    get(HOST, "/en/market/sample-kitchen/ginger-biscuits/")
    get(HOST, PATH, HTTP_USER_AGENT="Googlebot/2.1")
    assert list(ProductDay.objects.values_list("product", "views", "taps")) == [(product.pk, 2, 0)]
