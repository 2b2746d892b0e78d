"""The demo of this app: labelled as samples, in both languages, in each demo village, and made only once."""

import csv
import json
import re
from collections import Counter

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.text import slugify

from marketplace_pages.choices import TOURISM, Availability, Channel, Delivery, Facility, Payment
from marketplace_pages.demo import businesses, samples
from marketplace_pages.models import (
    BusinessPage,
    MarketEntry,
    Permit,
    ProductCategory,
    ProductDay,
    ProductPage,
    ProductVariant,
)
from sites.demo import content
from sites.models import BasePage, Village
from tests.test_demo_content import FICTITIOUS, OF_A_DESA, strings

pytestmark = pytest.mark.once

SAMPLES = samples.load()
PRODUCTS = [product for business in SAMPLES for product in business["products"]]
DEMO = {village["code"]: village for village in content.load_villages()}
SHOWN = {"Udeng Kemiren (Contoh)", "Warung Pecel Pitik (Contoh)", "Manik Tambong (Contoh)"}


@pytest.fixture
def seeded(kemiren, monkeypatch):
    """Kemiren with three businesses: all of them would take too long."""
    Village.objects.filter(pk=kemiren.pk).update(code="35.10.15.2004")
    few = [business for business in SAMPLES if business["title"]["id"] in SHOWN]
    monkeypatch.setattr(samples, "load", lambda: few)
    businesses.seed(lambda line: None)
    return Village.objects.get(pk=kemiren.pk)


@pytest.fixture(scope="module")
def register():
    with (settings.BASE_DIR / "data" / "villages.csv").open(encoding="utf-8") as file:
        return {row["code"]: row for row in csv.DictReader(file)}


def test_every_product_of_the_list_stands_below_one_business():
    listed = json.loads((settings.BASE_DIR / "data" / "products.json").read_text(encoding="utf-8"))
    assert len(listed) == 32
    assert Counter(product["slug"] for product in PRODUCTS) == Counter(row["slug"] for row in listed)
    producers = {row["producer"]["name"] for row in listed}
    assert len(producers) == 31 and producers <= {business["producer"] for business in SAMPLES}


def test_a_business_stands_in_the_village_that_it_names_where_that_has_a_site():
    for business in SAMPLES:
        assert business["village"] in DEMO
        assert business["from"] not in DEMO or business["from"] == business["village"]


def test_each_demo_village_has_products_and_a_tourist_finds_something_in_each():
    made = Counter(business["village"] for business in SAMPLES for _product in business["products"])
    assert set(made) == set(DEMO) and min(made.values()) >= 4
    assert {business["village"] for business in SAMPLES if business["kind"] in TOURISM} == set(DEMO)
    assert {business["kind"] for business in SAMPLES} >= {*TOURISM, "umkm", "ikm", "bumdes", "studio"}


def test_only_a_desa_has_what_only_a_desa_may_have(register):
    for business in SAMPLES:
        if register[business["village"]]["kind"] == "kelurahan":
            assert business["kind"] != "bumdes"
            assert not [text for text in strings(business) if OF_A_DESA.search(text)]


def test_all_say_that_they_are_samples_in_both_languages():
    for business in SAMPLES:
        assert business["title"]["id"].endswith("(Contoh)") and business["title"]["en"].endswith("(Sample)")
        if "address" in business:
            assert business["address"].startswith("Contoh: ")
        if "way" in business:
            assert business["way"]["id"].startswith("Contoh: ")
            assert business["way"]["en"].startswith("Sample: ")
        documents = [row["document"] for row in business.get("reports", []) if "document" in row]
        assert all(document["title"].startswith("Contoh: ") for document in documents)


def test_texts_are_in_both_languages_and_fit():
    longest = BasePage._meta.get_field("summary").max_length
    fields = {name: ProductPage._meta.get_field(name).max_length for name in ("materials", "care", "unit")}
    for business in SAMPLES:
        assert all(0 < len(business["summary"][language]) <= longest for language in samples.LANGUAGES)
        for name in ("title", "slug", "summary", "way", "price_unit"):
            assert set(business.get(name, business["title"])) == {"id", "en"}
    for product in PRODUCTS:
        for name in ("materials", "care"):
            for text in product["more"].get(name, {"id": "-"}).values():
                assert 0 < len(text) <= fields[name]
    for row in [row for product in PRODUCTS for row in product["more"].get("variants", [])]:
        assert row["name"]["id"] and row["name"]["en"]


def test_what_is_chosen_exists():
    for business in SAMPLES:
        assert set(business["payment"]) <= set(Payment.values)
        assert set(business.get("delivery", [])) <= set(Delivery.values)
        assert set(business.get("facilities", [])) <= set(Facility.values)
        assert {channel for channel, _url in business.get("links", [])} <= set(Channel.values)
        pictures = DEMO[business["village"]]["pictures"]
        named = [one.get("picture") for one in (business, *(row["more"] for row in business["products"]))]
        assert {*named, *business.get("gallery", [])} - {None} <= set(pictures)


def test_some_of_each_availability_and_seasons_have_their_months():
    found = {product["more"].get("availability", Availability.READY) for product in PRODUCTS}
    assert found == set(Availability.values)
    for product in PRODUCTS:
        is_seasonal = product["more"].get("availability") == Availability.SEASONAL
        assert bool(product["more"].get("months")) == is_seasonal
        assert set(product["more"].get("months", [])) <= set(range(1, 13))


def test_addresses_are_valid_and_unique():
    for language in samples.LANGUAGES:
        slugs = Counter((business["village"], business["slug"][language]) for business in SAMPLES)
        assert set(slugs.values()) == {1}
        assert all(slug == slugify(slug) for _village, slug in slugs)


def test_numbers_and_links_reach_nobody():
    numbers = [business["whatsapp"] for business in SAMPLES]
    assert len(set(numbers)) == len(numbers) and all(FICTITIOUS.fullmatch(number) for number in numbers)
    others = "\n".join(text for village in DEMO.values() for text in strings(village))
    assert not [number for number in numbers if number in others]
    for business in SAMPLES:
        for _channel, url in business.get("links", []):
            assert re.match(r"https://[a-z-]+\.example/", url)


def test_tourists_learn_hours_way_price_facilities_and_where_it_is():
    for business in SAMPLES:
        if business["kind"] in TOURISM:
            assert all(
                business[name] for name in ("hours", "way", "price", "price_unit", "facilities", "pin")
            )


def test_the_samples_stand_in_the_showcase_in_both_languages(seeded, get):
    for path, mark in (("/pasar/", "(Contoh)"), ("/en/market/", "(Sample)")):
        page = get("kemiren.localhost", path).content.decode()
        assert page.count(mark) >= 2
    assert MarketEntry.objects.filter(village=seeded).count() == 4
    udeng = ProductPage.objects.get(slug="udeng-batik")
    assert [row.name for row in udeng.rows("variants")] == ["Ukuran S", "Ukuran M", "Ukuran L"]
    assert udeng.category.slug == "batik-tekstil"


def test_a_sample_of_a_village_without_a_site_says_where_it_is_from():
    beads = next(business for business in SAMPLES if business["slug"]["id"] == "manik-tambong")
    home = Village(code=beads["from"], name="Tambong", kind=Village.Kind.DESA, district="Kabat")
    notes = samples.notes_of(beads, {home.code: home})
    assert "Contoh ini dari Desa Tambong, Kabat" in notes["id"][1]
    assert "This sample is from" in notes["en"][1]
    assert len(samples.notes_of(beads | {"from": beads["village"]}, {})["id"]) == 1


def test_no_permit_is_invented(seeded):
    assert not Permit.objects.exists()


def state() -> list:
    days = ProductDay.objects.order_by("pk").values_list("pk", "day", "views", "taps")
    found = (model.objects.order_by("pk") for model in (BusinessPage, ProductPage))
    versions = [pages.values_list("pk", "latest_revision", "last_published_at") for pages in found]
    return [*days, *versions[0], *versions[1]]


def test_the_second_seeding_changes_nothing(seeded):
    before = state()
    businesses.seed(lambda line: None)
    assert before == state()
    assert ProductDay.objects.exists()


def test_the_forms_of_editors_take_what_the_samples_say(seeded):
    for page in [*BusinessPage.objects.all(), *ProductPage.objects.all()]:
        try:
            page.full_clean()
        except ValidationError as error:
            pytest.fail(f"{page}: {error}")


def test_a_bumdes_has_two_units_and_reports_whose_figures_are_samples():
    [bumdes] = [business for business in SAMPLES if business["kind"] == "bumdes"]
    page = BusinessPage(title="BUMDes")
    businesses.add_rows(page, bumdes | {"reports": bumdes["reports"][1:]}, lambda key: None, None)
    assert [unit.name for unit in page.units.all()] == ["Unit kopi (contoh)", "Unit wisata (contoh)"]
    assert [report.year for report in page.reports.all()] == [timezone.localdate().year - 2]
    assert "dikarang" in bumdes["body"]["id"][0]


@pytest.mark.django_db
def test_the_first_categories_are_a_tree_of_two_levels_with_icons_that_exist():
    for category in ProductCategory.objects.select_related("parent"):
        category.clean()
        assert category.name_en and (settings.BASE_DIR / "static/icons" / f"{category.icon}.svg").exists()
    assert {product["category"] for product in PRODUCTS} <= set(
        ProductCategory.objects.exclude(parent=None).values_list("slug", flat=True)
    )
    assert ProductCategory.objects.first_level().last().slug == "lainnya"


def test_variants_cost_what_the_product_says():
    for product in PRODUCTS:
        for row in product["more"].get("variants", []):
            price = row.get("price", product["price_min_idr"])
            assert product["price_min_idr"] <= price <= product["price_max_idr"]
            assert len(row["name"]["id"]) <= ProductVariant._meta.get_field("name").max_length
