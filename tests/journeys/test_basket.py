"""Somebody gathers products of a business and orders them by WhatsApp: with scripts, and without."""

from urllib.parse import parse_qs, urlsplit

import pytest

pytestmark = pytest.mark.once

MAKE_SHOPS = """
import django
django.setup()
from marketplace_pages.models import ProductVariant
from sites.models import Village
from tests.factories.marketplace import make_business, make_category, make_product
village = Village.objects.get(site__hostname="kemiren.localhost")
category = make_category("Contoh keranjang")
one = make_business(village, "Dapur Keranjang", latitude=-8.2, longitude=114.3)
make_product(one, "Bagiak keranjang", category=category, minimum_order=2, unit="250 g")
make_product(one, "Kopi keranjang", category=category, price_from_rupiah=25_000, variants=[
    ProductVariant(name="Halus", price_rupiah=27_000), ProductVariant(name="Kasar", is_sold_out=True),
])
make_product(one, "Ukiran keranjang", category=category, price_from_rupiah=None)
two = make_business(village, "Sanggar Keranjang", whatsapp="+628123450002")
make_product(two, "Udeng keranjang", category=category, price_from_rupiah=55_000)
"""
CHANGE_PRICE = """
import django
django.setup()
from marketplace_pages.models import ProductPage
page = ProductPage.objects.get(slug="bagiak-keranjang")
page.price_from_rupiah = PRICE
page.save_revision().publish()
"""
STOP = """
import django
django.setup()
from marketplace_pages.models import ProductPage
page = ProductPage.objects.get(slug="ukiran-keranjang")
page.unpublish() if LIVE else page.save_revision().publish()
"""


@pytest.fixture(scope="module")
def market(server):
    server.python("-c", MAKE_SHOPS)
    return f"{server.url('kemiren.localhost')}/pasar/"


@pytest.fixture
def shop(market):
    return f"{market}dapur-keranjang/"


def stop_at_whatsapp(page) -> None:
    """End the way to WhatsApp at the door, redirects too, which routes of Playwright let pass."""
    session = page.context.new_cdp_session(page)

    def stop(event):
        session.send("Fetch.fulfillRequest", {"requestId": event["requestId"], "responseCode": 204})

    session.on("Fetch.requestPaused", stop)
    session.send("Fetch.enable", {"patterns": [{"urlPattern": "https://wa.me/*"}]})


def message(page, press) -> tuple[str, str]:
    """Number and text with which WhatsApp would open; nothing leaves this machine."""
    with page.expect_request("https://wa.me/**") as asked:
        press.click()
    address = urlsplit(asked.value.url)
    return address.path, parse_qs(address.query)["text"][0]


@pytest.fixture
def shopper(browser):
    """A function: a page in a context of its own, unwatched: WhatsApp is another host on purpose."""
    contexts = []

    def make(**options):
        usual = {"viewport": {"width": 390, "height": 844}, "locale": "id-ID", "service_workers": "block"}
        context = browser.new_context(**usual | options)
        context.set_default_timeout(15_000)
        contexts.append(context)
        page = context.new_page()
        stop_at_whatsapp(page)
        return page

    yield make
    for context in contexts:
        context.close()


def add(page, title):
    page.locator(f'[data-add][data-title="{title}"]').click()


def rows(page):
    return [" ".join(text.split()) for text in page.locator("[data-rows] li > span").all_inner_texts()]


def total(page):
    return page.locator("[data-total]").inner_text().replace("\u00a0", " ")


def order_button(page):
    return page.locator("[data-basket] button[type=submit]")


def test_products_of_a_business_become_one_message(shopper, shop):
    page = shopper()
    page.goto(shop)
    assert not page.locator("[data-basket]").is_visible()
    add(page, "Bagiak keranjang")
    add(page, "Ukiran keranjang")
    assert "Ukiran keranjang" in page.locator("[data-basket-says]").inner_text()
    page.goto(f"{shop}kopi-keranjang/")
    page.locator("#id_variant").select_option(label="Halus, Rp\u00a027.000")
    add(page, "Kopi keranjang")
    assert [row.partition(" ×")[0] for row in rows(page)][::2] == [
        "Bagiak keranjang",
        "Kopi keranjang (Halus)",
    ]
    assert total(page).startswith("Rp 63.000 + ")
    number, text = message(page, order_button(page))
    assert number == "/628123450001"
    for words in (
        "2 × Rp 18.000",
        "Kopi keranjang (Halus): 1 × Rp 27.000",
        "Ukiran keranjang: 1,",
        "Rp 63.000",
    ):
        assert words in text


def test_the_basket_outlives_the_page_and_two_businesses_do_not_mix(shopper, shop, market):
    page = shopper()
    page.goto(shop)
    add(page, "Bagiak keranjang")
    page.goto(f"{market}sanggar-keranjang/")
    assert not page.locator("[data-basket]").is_visible()
    add(page, "Udeng keranjang")
    assert total(page) == "Rp 55.000"
    _number, text = message(page, order_button(page))
    assert "Udeng" in text and "Bagiak" not in text
    page.goto(f"{shop}bagiak-keranjang/")
    assert total(page) == "Rp 36.000"


def test_quantities_change_and_what_was_taken_out_comes_back(shopper, shop):
    page = shopper()
    page.goto(shop)
    add(page, "Bagiak keranjang")
    add(page, "Ukiran keranjang")
    quantity = page.locator("[data-rows] input").first
    quantity.fill("5")
    quantity.press("Tab")
    assert total(page).startswith("Rp 90.000")
    quantity.fill("1")
    quantity.press("Tab")
    assert quantity.input_value() == "2"
    page.locator("[data-rows] button").first.press("Enter")
    assert [row.split()[0] for row in rows(page)] == ["Ukiran"]
    assert page.evaluate("document.activeElement.hasAttribute('data-basket-undo')")
    page.keyboard.press("Enter")
    assert [row.split()[0] for row in rows(page)] == ["Bagiak", "Ukiran"]
    page.locator("[data-empty]").click()
    assert not page.locator("[data-basket]").is_visible()
    page.locator("[data-basket-undo]").click()
    page.reload()
    assert len(rows(page)) == 2


def test_another_price_is_known_to_page_and_message(shopper, shop, server):
    page = shopper()
    page.goto(shop)
    add(page, "Bagiak keranjang")
    server.python("-c", CHANGE_PRICE.replace("PRICE", "20_000"))
    try:
        _number, text = message(page, order_button(page))
        assert "2 × Rp 20.000 / 250 g = Rp 40.000" in text
        page.goto(shop)
        assert total(page) == "Rp 40.000"
    finally:
        server.python("-c", CHANGE_PRICE.replace("PRICE", "18_000"))


def test_what_is_no_longer_offered_is_told_and_the_rest_goes_on(shopper, shop, server):
    page = shopper()
    page.goto(shop)
    add(page, "Bagiak keranjang")
    add(page, "Ukiran keranjang")
    server.python("-c", STOP.replace("LIVE", "True"))
    try:
        order_button(page).click()
        alert = page.get_by_role("alert")
        assert "Bagiak keranjang" in alert.inner_text()
        _number, text = message(page, alert.get_by_role("button"))
        assert "Bagiak" in text and "Ukiran" not in text
    finally:
        server.python("-c", STOP.replace("LIVE", "False"))


def test_without_scripts_each_product_is_ordered_by_its_form(shopper, shop):
    page = shopper(java_script_enabled=False)
    page.goto(f"{shop}kopi-keranjang/")
    assert not page.locator("[data-add]").first.is_visible()
    send = page.locator("form[action$='pesan/'] button[type=submit]").first
    send.click()
    assert page.get_by_role("alert").is_visible()
    page.locator("#id_variant").select_option(label="Halus, Rp\u00a027.000")
    page.locator("#id_quantity").fill("3")
    _number, text = message(page, page.locator("form[action$='pesan/'] button[type=submit]").first)
    assert "Kopi keranjang (Halus): 3 × Rp 27.000 = Rp 81.000" in text


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("tail", ["", "kopi-keranjang/", "bagiak-keranjang/pesan/?quantity=0"])
def test_everybody_can_use_it(open_page, shop, axe, scheme, tail):
    page = open_page(color_scheme=scheme)
    page.goto(shop)
    add(page, "Bagiak keranjang")
    page.goto(f"{shop}{tail}")
    page.locator("[data-basket]").wait_for()
    assert not axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
