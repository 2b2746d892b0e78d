"""Ordering by WhatsApp: where the form leads, what the message says, and what comes back."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from django.utils.translation import override

from marketplace_pages.models import ProductDay, ProductVariant
from marketplace_pages.ordering import message
from sites.models import SiteSettings
from tests.factories.marketplace import in_english, make_business, make_product
from tests.factories.remembered import remembered

pytestmark = pytest.mark.django_db
HOST, SHOP = "kemiren.localhost", "/pasar/dapur-contoh/"
ORDER = f"{SHOP}bagiak-jahe/pesan/"


def sent(answer) -> str:
    """The message that WhatsApp opens with."""
    assert answer.status_code == 302, answer.text
    address = urlsplit(answer["Location"])
    assert (address.scheme, address.netloc, address.path) == ("https", "wa.me", "/628123450001")
    return parse_qs(address.query)["text"][0]


def variants(product):
    return list(product.variants.all())


@pytest.fixture
@remembered
def business(kemiren):
    return make_business(kemiren)


@pytest.fixture
@remembered
def product(business):
    return make_product(business)


def test_the_message_names_product_quantity_sum_and_page(product, get):
    text = sent(get(HOST, f"{ORDER}?quantity=3"))
    assert "Dapur Contoh" in text and "Bagiak jahe" in text
    assert "3 × Rp 18.000 = Rp 54.000" in text
    assert text.endswith("http://kemiren.localhost/pasar/dapur-contoh/bagiak-jahe/")


def test_it_is_in_the_language_of_the_page(product, business, get):
    in_english(business, "Sample kitchen")
    in_english(product, "Ginger biscuits")
    text = sent(get(HOST, "/en/market/sample-kitchen/ginger-biscuits/pesan/?quantity=2"))
    assert text.startswith("Hello Sample kitchen, I would like to order:")
    assert "Ginger biscuits" in text and "2 × Rp 18,000 = Rp 36,000" in text


def test_a_variant_has_its_own_price(business, get):
    product = make_product(business, variants=[ProductVariant(name="Besar", price_rupiah=30_000)])
    text = sent(get(HOST, f"{ORDER}?variant={variants(product)[0].pk}&quantity=2"))
    assert "Bagiak jahe (Besar): 2 × Rp 30.000 = Rp 60.000" in text


@pytest.mark.parametrize("values", [{"price_from_rupiah": None}, {"price_to_rupiah": 25_000}])
def test_where_the_price_is_open_the_message_says_so(business, get, values):
    make_product(business, **values)
    text = sent(get(HOST, f"{ORDER}?quantity=2"))
    assert "= Rp" not in text and "Bagiak jahe: 2," in text


def test_signs_and_lines_arrive_as_they_were_written(business, get):
    make_product(business, "Kopi & teh #1 100%", slug="bagiak-jahe")
    assert "Kopi & teh #1 100%" in sent(get(HOST, f"{ORDER}?quantity=1"))


def test_nobody_keeps_the_answer_and_search_engines_do_not_follow_it(product, get):
    answer = get(HOST, f"{ORDER}?quantity=1")
    assert "no-store" in answer["Cache-Control"] and answer["X-Robots-Tag"] == "noindex"
    assert not answer.cookies


def test_from_a_card_it_leads_straight_to_whatsapp_with_the_smallest_order(business, get):
    make_product(business, minimum_order=5)
    assert "5 × Rp 18.000" in sent(get(HOST, ORDER))


def test_from_a_card_of_what_has_sizes_it_leads_to_the_choice(business, get):
    make_product(business, variants=[ProductVariant(name="Besar")])
    assert get(HOST, ORDER)["Location"].endswith("/bagiak-jahe/#order")


@pytest.mark.parametrize(
    "query",
    [
        "quantity=0",
        "quantity=-1",
        "quantity=2",
        "quantity=1000000000",
        "quantity=99999999999999999999999999",
        "quantity=dua",
        "quantity=1.5",
        "quantity=",
        "quantity=%00",
    ],
)
def test_a_wrong_quantity_comes_back_with_what_is_wrong(business, get, query):
    make_product(business, minimum_order=3)
    answer = get(HOST, f"{ORDER}?{query}")
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text and 'id="id_quantity_error"' in answer.text
    assert '<meta name="robots" content="noindex">' in answer.text


def test_what_was_typed_stands_in_the_form_again(business, get):
    product = make_product(business, variants=[ProductVariant(name="Kecil"), ProductVariant(name="Besar")])
    small = variants(product)[0].pk
    html = get(HOST, f"{ORDER}?variant={small}&quantity=0").text
    assert re.search(r'name="quantity"[^>]*value="0"|value="0"[^>]*name="quantity"', html)
    assert re.search(rf'<option value="{small}"[^>]*selected', html)


@pytest.mark.parametrize("chosen", ["", "999999", "x", "%00", "1" * 40])
def test_an_unknown_size_comes_back(business, get, chosen):
    make_product(business, variants=[ProductVariant(name="Besar")])
    answer = get(HOST, f"{ORDER}?quantity=1&variant={chosen}")
    assert answer.status_code == 400 and 'id="id_variant_error"' in answer.text


def test_a_size_of_another_product_or_one_that_is_sold_out_comes_back(business, get):
    product = make_product(
        business, variants=[ProductVariant(name="Kecil", is_sold_out=True), ProductVariant(name="Besar")]
    )
    elsewhere = make_product(business, "Kopi", variants=[ProductVariant(name="Pahit")])
    for variant in (variants(product)[0], variants(elsewhere)[0]):
        assert get(HOST, f"{ORDER}?quantity=1&variant={variant.pk}").status_code == 400


def test_what_is_sold_out_can_be_asked_about_only(business, get):
    make_product(business, availability="sold_out")
    html = get(HOST, f"{SHOP}bagiak-jahe/").text
    assert 'name="quantity"' not in html and f'href="{ORDER}"' in html
    text = sent(get(HOST, f"{ORDER}?quantity=3"))
    assert "Bagiak jahe" in text and "Rp" not in text and "3" not in text.partition("http")[0]


def test_without_a_number_the_village_office_is_named_instead(kemiren, get):
    settings = SiteSettings.objects.get(site=kemiren.site)
    settings.whatsapp = "+6281100000001"
    settings.save()
    make_product(make_business(kemiren, whatsapp=""))
    html = get(HOST, f"{SHOP}bagiak-jahe/").text
    assert 'name="quantity"' not in html and "https://wa.me/6281100000001" in html
    answer = get(HOST, f"{ORDER}?quantity=1")
    assert answer.status_code == 302 and answer["Location"].endswith("/bagiak-jahe/#order")


@pytest.mark.parametrize("path", [SHOP, f"{SHOP}bagiak-jahe/", f"{ORDER}?quantity=0", f"{ORDER}?quantity=1"])
def test_the_policy_lets_these_forms_lead_to_whatsapp(product, get, path):
    assert "form-action 'self' https://wa.me;" in get(HOST, path)["Content-Security-Policy"]


def test_other_pages_lead_their_forms_nowhere_else(product, get):
    assert "form-action 'self';" in get(HOST, "/")["Content-Security-Policy"]


def test_each_tap_is_counted_but_no_refused_one(product, get):
    get(HOST, f"{ORDER}?quantity=1")
    get(HOST, f"{ORDER}?quantity=1")
    get(HOST, f"{ORDER}?quantity=1", HTTP_USER_AGENT="Googlebot/2.1")
    get(HOST, f"{ORDER}?quantity=0")
    assert list(ProductDay.objects.values_list("product", "views", "taps")) == [(product.pk, 0, 2)]


# The basket


def basket(*items) -> str:
    return f"{SHOP}pesan/?" + "&".join(f"item={item}" for item in items)


def test_a_basket_becomes_one_message_with_a_total(business, product, get):
    coffee = make_product(
        business,
        "Kopi",
        price_from_rupiah=20_000,
        variants=[ProductVariant(name="Kasar", price_rupiah=22_000)],
    )
    text = sent(get(HOST, basket(f"{product.pk}::2", f"{coffee.pk}:{variants(coffee)[0].pk}:1")))
    assert "Bagiak jahe: 2 × Rp 18.000 = Rp 36.000" in text
    assert "Kopi (Kasar): 1 × Rp 22.000 = Rp 22.000" in text and "Rp 58.000" in text
    assert text.endswith("http://kemiren.localhost/pasar/dapur-contoh/")
    assert set(ProductDay.objects.values_list("product", "taps")) == {(product.pk, 1), (coffee.pk, 1)}


def test_a_basket_of_one_language_is_understood_in_the_other(business, product, get):
    in_english(business, "Sample kitchen")
    english = in_english(product, "Ginger biscuits")
    assert "Bagiak jahe" in sent(get(HOST, basket(f"{english.pk}::1")))


def test_what_is_gone_of_a_basket_is_told_and_the_rest_can_be_ordered(business, product, kemiren, other, get):
    gone = make_product(business, "Kopi")
    gone.unpublish()
    foreign = make_product(make_business(kemiren, "Dapur Lain", whatsapp="+628123450002"), "Tahu")
    far = make_product(make_business(other, "Dapur Jauh"), "Tempe")
    empty = make_product(business, "Gula", availability="sold_out")
    items = [f"{page.pk}::1" for page in (product, gone, foreign, far, empty)]
    answer = get(HOST, basket(*items))
    assert answer.status_code == 400
    alert = answer.text.partition('role="alert"')[2].partition("</section>")[0]
    assert "Gula" in alert and "Bagiak jahe" in alert and "3" in alert
    assert not any(name in alert for name in ("Kopi", "Tahu", "Tempe"))
    assert re.findall(r'name="item" value="([^"]+)"', alert) == [f"{product.pk}::1"]


@pytest.mark.parametrize(
    "items",
    [
        [],
        ["x"],
        ["1"],
        ["::"],
        ["999999999::1"],
        ["1:1:1:1"],
        ["%00::1"],
        ["9999999999999999999::1"],
        ["-1::2"],
    ],
)
def test_a_basket_that_makes_no_sense_is_no_fault(business, product, get, items):
    answer = get(HOST, basket(*items))
    assert answer.status_code == (400 if items else 302)


def test_too_few_or_too_many_are_told(business, get):
    product = make_product(business, minimum_order=5)
    few = get(HOST, basket(f"{product.pk}::2"))
    assert few.status_code == 400 and f'value="{product.pk}::5"' in few.text
    many = get(HOST, basket(f"{product.pk}::999999999"))
    assert many.status_code == 400 and 'name="item"' not in many.text.partition("</section>")[0]


def test_a_basket_costs_the_same_whatever_is_in_it(business, get, django_assert_max_num_queries):
    products = [make_product(business, f"Kue {number}") for number in range(6)]
    get(HOST, basket(f"{products[0].pk}::1"))
    with django_assert_max_num_queries(15):
        sent(get(HOST, basket(*(f"{product.pk}::1" for product in products))))


def test_of_several_products_some_may_have_no_price_yet():
    lines = [message.Line("Kopi", 2, 10_000), message.Line("Ukiran", 1)]
    with override("en"):
        text = message.order("Shop", lines, "https://example.id/")
    assert "- Kopi: 2 × Rp 10,000 = Rp 20,000" in text and "- Ukiran: 1, price to be agreed" in text
    assert "Total without what is to be agreed: Rp 20,000" in text
