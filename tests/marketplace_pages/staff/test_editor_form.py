"""What is wrong with a business or a product is said at its field; the form comes back filled in."""

import pytest
from django.utils import timezone
from django.utils.translation import override
from wagtail.users.models import UserProfile

from marketplace_pages.models import BusinessPage, ProductPage
from tests.factories.days import in_days
from tests.factories.marketplace import make_business, make_category, make_product
from tests.factories.remembered import remembered
from tests.factories.sites import make_person

from .forms import business_form, product_form, send

pytestmark = [pytest.mark.django_db, pytest.mark.once]
NEXT_WEEK = f"{in_days(7)}"

WRONG_BUSINESSES = [
    ({"whatsapp": "0333 421234"}, "whatsapp", "landline"),
    ({"whatsapp": "+62 333 421234"}, "whatsapp", "landline"),
    ({"whatsapp": "0812345"}, "whatsapp", "digits"),
    ({"whatsapp": "nomor saya"}, "whatsapp", "no telephone number"),
    ({"owner_name": "Nama Contoh"}, "owner_agreed_on", "agreed"),
    ({"owner_name": "Nama Contoh", "owner_agreed_on": NEXT_WEEK}, "owner_agreed_on", "still to come"),
    ({"founded_year": str(timezone.localdate().year + 1)}, "founded_year", "still to come"),
    ({"latitude": "-8.2"}, "longitude", "latitude and longitude"),
    ({"latitude": "114.3", "longitude": "-8.2"}, "latitude", ""),
    ({"latitude": "8.2", "longitude": "114.3"}, "latitude", "minus"),
    ({"latitude": "-6.2", "longitude": "106.8"}, "latitude", "outside of Banyuwangi"),
    ({"price_from_rupiah": "gratis"}, "price_from_rupiah", "15.000"),
    ({"price_from_rupiah": "0"}, "price_from_rupiah", "above zero"),
    ({"price_from_rupiah": "20.000", "price_to_rupiah": "10.000"}, "price_to_rupiah", "Swap"),
]
WRONG_PRODUCTS = [
    ({"price_from_rupiah": "0"}, "price_from_rupiah", "above zero"),
    ({"price_from_rupiah": "-5000"}, "price_from_rupiah", "above zero"),
    ({"price_from_rupiah": "murah"}, "price_from_rupiah", "15.000"),
    ({"price_from_rupiah": "9" * 400 + ",5 juta"}, "price_from_rupiah", "15.000"),
    ({"price_from_rupiah": "9.000.000.000"}, "price_from_rupiah", "too much"),
    ({"price_to_rupiah": "10.000"}, "price_to_rupiah", "Swap"),
    ({"price_from_rupiah": "", "price_to_rupiah": "10.000"}, "price_from_rupiah", "lowest price"),
    ({"availability": "seasonal"}, "months", "months"),
    ({"availability": "made_to_order"}, "making_days", "days"),
    ({"minimum_order": "0"}, "minimum_order", "1"),
]
FILLED = {"summary": "Tulisan yang tidak boleh hilang"}


@pytest.fixture
@remembered
def business(kemiren):
    return make_business(kemiren)


@pytest.fixture
@remembered
def product(business):
    return make_product(business)


def told_in_both_languages(client, person, page, form, field) -> dict:
    told = {}
    for language in ("id", "en"):
        UserProfile.objects.update_or_create(user=person, defaults={"preferred_language": language})
        answer = send(client, page, form)
        assert set(answer.context["form"].errors) == {field}
        assert FILLED["summary"] in answer.text
        with override(language):
            told[language] = " ".join(map(str, answer.context["form"].errors[field]))
    return told


@pytest.mark.parametrize(("values", "field", "words"), WRONG_BUSINESSES)
def test_what_is_wrong_with_a_business_stands_at_its_field(kemiren, log_in, business, values, field, words):
    client = log_in(person := make_person(kemiren), "kemiren.localhost")
    before = business.latest_revision_id
    told = told_in_both_languages(
        client, person, business, business_form(business, **FILLED, **values), field
    )
    assert words in told["en"]
    business.refresh_from_db()
    assert business.latest_revision_id == before


@pytest.mark.parametrize(("values", "field", "words"), WRONG_PRODUCTS)
def test_what_is_wrong_with_a_product_stands_at_its_field(kemiren, log_in, product, values, field, words):
    client = log_in(person := make_person(kemiren), "kemiren.localhost")
    told = told_in_both_languages(client, person, product, product_form(product, **FILLED, **values), field)
    assert words in told["en"]


@pytest.mark.parametrize(
    "typed",
    [
        "0812-3456-7890",
        "0812.3456.7890",
        "(0812) 3456 7890",
        "08 12 34 56 78 90",
        "81234567890",
        "WA 081234567890",
        "62 812 3456 7890",
        "+62 (0)812 3456 7890",
        "0062 812 3456 7890",
        "https://wa.me/6281234567890",
    ],
)
def test_a_whatsapp_number_is_taken_in_every_form_that_people_write(admin, business, typed):
    assert send(admin, business, business_form(business, whatsapp=typed)).status_code == 302
    assert str(BusinessPage.objects.get(pk=business.pk).whatsapp) == "+6281234567890"


@pytest.mark.parametrize("typed", ["15.000", "Rp 15.000,-", "15rb"])
def test_a_price_is_understood_as_people_write_it(admin, product, typed):
    variant = {"name": "Besar", "name_en": "", "price_rupiah": "Rp 20.000,-"}
    form = product_form(product, [variant], price_from_rupiah=typed)
    assert send(admin, product, form).status_code == 302
    product = ProductPage.objects.get(pk=product.pk)
    assert product.price_from_rupiah == 15_000
    assert [variant.price_rupiah for variant in product.variants.all()] == [20_000]


def test_a_wrong_price_of_a_variant_is_said_in_its_row(admin, product):
    form = product_form(product, [{"name": "Besar", "name_en": "", "price_rupiah": "0"}])
    answer = send(admin, product, form)
    assert answer.context["form"].formsets["variants"].errors[0].keys() == {"price_rupiah"}


def test_what_is_ticked_is_kept_and_comes_back_ticked(admin, product, business):
    form = product_form(product, availability="seasonal", months=["6", "7"])
    assert send(admin, product, form).status_code == 302
    assert ProductPage.objects.get(pk=product.pk).months == [6, 7]
    assert send(admin, business, business_form(business, payment_ways=["cash", "qris"])).status_code == 302
    assert BusinessPage.objects.get(pk=business.pk).payment_ways == ["cash", "qris"]
    page = admin.get(f"/admin/pages/{product.pk}/edit/").text
    assert page.count('name="months"') == 12
    assert page.count("checked") >= 2


def test_a_draft_may_wait_for_what_is_missing_but_not_be_upside_down(admin, product):
    assert (
        send(admin, product, product_form(product, availability="seasonal"), publish=False).status_code == 302
    )
    upside_down = product_form(product, price_from_rupiah="20.000", price_to_rupiah="10.000")
    assert "price_to_rupiah" in send(admin, product, upside_down, publish=False).context["form"].errors


def test_a_link_must_lead_to_its_channel(admin, business):
    wrong = {"channel": "shopee", "url": "https://shopee.co.id.jahat.example/toko"}
    answer = send(admin, business, business_form(business, [wrong]))
    assert answer.context["form"].formsets["links"].errors[0].keys() == {"url"}
    right = [{"channel": "shopee", "url": "https://shopee.co.id/toko"}]
    right += [{"channel": "website", "url": "https://contoh.example/"}]
    assert send(admin, business, business_form(business, right)).status_code == 302


def test_categories_stand_under_the_heading_of_their_first_level(admin, product):
    above = make_category("Makanan")
    make_category("Keripik", parent=above)
    page = admin.get(f"/admin/pages/{product.pk}/edit/").text
    assert '<optgroup label="Makanan">' in page
    assert page.index('label="Makanan"') < page.index(">Keripik<")
