"""What readers see of a business."""

import re
from datetime import date, time

import pytest

from marketplace_pages.models import BusinessLink, BusinessPicture, BusinessUnit, ProductVariant, YearlyReport
from sites.models import VillageDocument, VillageImage
from tests.factories.marketplace import in_english, make_business, make_permit, make_product
from tests.factories.sites import make_media

from .test_product_page import about, text_of

pytestmark = pytest.mark.django_db
HOST, PATH = "kemiren.localhost", "/pasar/dapur-contoh/"
ALL_WEEK = [
    {
        "type": "hours",
        "value": {
            "days": ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
            "opens": time(0, 0),
            "closes": time(23, 59),
        },
    }
]


def test_it_says_how_to_reach_it_and_how_to_pay(kemiren, get):
    business = make_business(
        kemiren,
        address="Dusun Krajan RT 2",
        how_to_get_there="Dari balai desa ke utara.",
        payment_ways=["qris"],
        delivery_ways=["country"],
        latitude=-8.2,
        longitude=114.3,
    )
    BusinessLink.objects.create(page=business, channel="shopee", url="https://shopee.example/toko")
    page = get(HOST, PATH)
    text = text_of(page)
    for words in ("Dusun Krajan RT 2", "Dari balai desa ke utara.", "QRIS", "Shopee"):
        assert words in text
    assert "geo:-8.20000,114.30000" in page.text and "https://wa.me/628123450001" in page.text


def test_its_hours_say_whether_it_is_open(kemiren, get):
    block = make_business(kemiren)._meta.get_field("opening_hours").stream_block
    name = next(iter(block.child_blocks))
    business = make_business(kemiren, "Warung", opening_hours=[(name, ALL_WEEK[0]["value"])])
    page = get(HOST, business.get_url())
    assert 'class="tag tag--open"' in page.text
    hours = about(page)["openingHoursSpecification"]
    assert len(hours) == 7 and hours[0]["opens"] == "00:00" and hours[0]["closes"] == "23:59"


def test_the_owner_is_named_with_a_dated_consent_only(kemiren, get):
    make_business(kemiren, owner_name="Bu Contoh", owner_agreed_on=date(2026, 1, 2))
    assert "Bu Contoh" in get(HOST, PATH).text
    business = make_business(kemiren, "Warung")
    business.owner_name = "Pak Contoh"
    assert business.shown_owner == ""


def test_permits_and_their_lack(kemiren, get):
    business = make_business(kemiren)
    make_permit(business, "nib", number="NIB-1")
    make_permit(business, "halal", number="")
    text = text_of(get(HOST, PATH))
    assert "NIB-1" in text and "Halal" not in text


@pytest.mark.parametrize(
    ("kind", "schema"),
    [
        ("homestay", "LodgingBusiness"),
        ("food_stall", "FoodEstablishment"),
        ("attraction", "TouristAttraction"),
        ("umkm", "Store"),
        ("bumdes", "LocalBusiness"),
    ],
)
def test_search_engines_learn_what_kind_it_is(kemiren, get, kind, schema):
    business = make_business(
        kemiren,
        kind=kind,
        address="Dusun Krajan",
        latitude=-8.2,
        longitude=114.3,
        price_from_rupiah=150_000,
        price_unit="malam",
        facilities=["wifi", "parking"],
    )
    BusinessLink.objects.create(page=business, channel="instagram", url="https://instagram.example/x")
    data = about(get(HOST, PATH))
    assert data["@type"] == schema and data["telephone"] == "+628123450001"
    assert data["geo"] == {"@type": "GeoCoordinates", "latitude": -8.2, "longitude": 114.3}
    assert data["address"]["streetAddress"] == "Dusun Krajan"
    assert data["sameAs"] == ["https://instagram.example/x"] and len(data["amenityFeature"]) == 2
    assert ("priceRange" in data) == (schema != "TouristAttraction")


def test_a_bumdes_shows_its_units_and_reports_and_others_do_not(kemiren, get):
    for title, kind in (("BUMDes Contoh", "bumdes"), ("Dapur Contoh", "umkm")):
        business = make_business(kemiren, title, kind=kind)
        BusinessUnit.objects.create(page=business, name="Air bersih", about="Pipa ke rumah.")
        report = make_media(VillageDocument, kemiren, f"Laporan {kind}")
        figures = {"turnover_rupiah": 250_000_000, "profit_rupiah": -1_500_000}
        YearlyReport.objects.create(page=business, year=2025, file=report, **figures)
        YearlyReport.objects.create(page=business, year=2024)
    page = get(HOST, "/pasar/bumdes-contoh/")
    text = text_of(page)
    assert "Air bersih" in text and "Rp 250.000.000" in text and "−Rp 1.500.000" in text
    assert text.index("2025") < text.index("2024")
    assert YearlyReport.objects.get(page__title="BUMDes Contoh", year=2025).file.url in page.text
    assert "Air bersih" not in text_of(get(HOST, PATH))


def test_its_products_can_be_put_into_the_basket_unless_one_has_to_choose(kemiren, get):
    business = make_business(kemiren)
    make_product(business, "Bagiak")
    make_product(business, "Kaus", variants=[ProductVariant(name="L")])
    make_product(business, "Gula", availability="sold_out")
    html = get(HOST, PATH).text
    assert re.findall(r'data-title="([^"]+)" data-price="(\d*)"', html) == [("Bagiak", "18000")]
    assert all(title in html for title in ("Kaus", "Gula"))


def test_without_a_number_there_is_no_basket(kemiren, get):
    make_product(make_business(kemiren, whatsapp=""), "Bagiak")
    html = get(HOST, PATH).text
    assert "data-add" not in html and "data-basket" not in html


def test_a_translation_shows_what_was_typed_once(kemiren, get):
    business = make_business(kemiren, kind="bumdes")
    BusinessUnit.objects.create(page=business, name="Air bersih", name_en="Water")
    in_english(business, "Sample kitchen", how_to_get_there="North of the hall.")
    text = text_of(get(HOST, "/en/market/sample-kitchen/"))
    assert "Water" in text and "North of the hall." in text


def test_many_products_are_shown_in_parts(kemiren, get, monkeypatch):
    monkeypatch.setattr("marketplace_pages.reading.business_sights.PAGE_SIZE", 2)
    business = make_business(kemiren)
    for number in range(3):
        make_product(business, f"Kue {number}")
    assert "Kue 2" not in get(HOST, PATH).text and "Kue 2" in get(HOST, f"{PATH}?page=2").text


def test_the_page_stays_within_the_budget(kemiren, get, django_assert_max_num_queries):
    business = make_business(kemiren, kind="bumdes", latitude=-8.2, longitude=114.3)
    business.listing_image = make_media(VillageImage, kemiren, "Depan")
    business.save_revision().publish()
    BusinessPicture.objects.create(page=business, image=make_media(VillageImage, kemiren, "Dalam"))
    BusinessLink.objects.create(page=business, channel="shopee", url="https://shopee.example/toko")
    BusinessUnit.objects.create(page=business, name="Air bersih")
    YearlyReport.objects.create(page=business, year=2025)
    make_permit(business)
    for number in range(5):
        make_product(business, f"Kue {number}", variants=[ProductVariant(name="L")])
    get(HOST, PATH)
    with django_assert_max_num_queries(15):
        get(HOST, PATH)
