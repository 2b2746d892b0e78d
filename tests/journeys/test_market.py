"""The market: a buyer from elsewhere orders, a producer offers something new, a resident shares a product."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from sites.demo.accounts import PASSWORD, admin_email, producer_email
from tests.journeys.support.crawl import ask
from tests.journeys.support.looking import axe_faults, fits_the_screen
from tests.journeys.support.market import opened_chat, permit, share_card
from tests.journeys.support.photos import phone_photo, size

SNACK, SNACK_PATH = "Sticky-rice jenang (Sample)", "/en/market/glagah-jenang/sticky-rice-jenang/"
NEW = "Sirup jahe uji coba"


def narrow(page: Page, *checked: str, **filled: str) -> None:
    """Choose in the form beside the list, and send it."""
    form = page.locator("form.facets")
    for label in checked:
        form.get_by_label(label).check()
    for name, value in filled.items():
        field = form.locator(f"[name={name}]")
        if name == "district":
            field.select_option(value)
        else:
            field.fill(value)
    form.locator("[type=submit]").click()


def products(page: Page):
    return page.locator("main article.product")


@pytest.fixture
def halal_snack(server):
    permit(server, "jenang-glagah", "halal")


def test_a_buyer_in_english_finds_halal_snacks_of_a_district_and_orders_on_whatsapp(
    desktop_page, server, portal_url, halal_snack
):
    page = desktop_page
    page.goto(f"{portal_url}/en/market/")
    narrow(page, "Food", max="30000")
    narrow(page, "Cakes & snacks", "Halal certificate", district="glagah")
    expect(products(page)).to_have_count(1)
    assert "max=30000" in page.url
    products(page).get_by_role("link", name=SNACK, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(SNACK)
    assert urlsplit(page.url).path == SNACK_PATH
    expect(page.locator("main")).to_contain_text("Halal certificate")

    page.locator("select[name=variant]").select_option(label="500 g box, Rp\u00a030,000")
    page.locator("input[name=quantity]").fill("3")
    address = page.url
    order = page.get_by_role("button", name="Order on WhatsApp")
    chat = opened_chat(page, order.click)
    assert chat.number.startswith("628000000")
    for words in ("I would like to order", f"{SNACK} (500 g box)", "3 × Rp 30,000", "Rp 90,000", address):
        assert words in chat.message
    assert "\u00a0" not in chat.message


def test_an_order_without_scripts_leads_to_whatsapp_and_a_bad_one_comes_back(
    no_script_page, server, village_url
):
    page = no_script_page
    page.goto(village_url("kemiren") + SNACK_PATH)
    page.locator("input[name=quantity]").fill("0")
    page.get_by_role("button", name="Order on WhatsApp").click()
    expect(page.locator("main .error").first).to_be_visible()
    assert page.locator("input[name=quantity]").input_value() == "0"
    page.locator("select[name=variant]").select_option(index=1)
    page.locator("input[name=quantity]").fill("2")
    chat = opened_chat(page, page.get_by_role("button", name="Order on WhatsApp").click)
    assert "2 × Rp 15,000" in chat.message


@pytest.fixture
def producer(open_page, log_in, village_url):
    """A producer of Kemiren with a phone, at the desk of the market."""
    page = open_page()
    log_in(page, producer_email("kemiren"), PASSWORD, at=village_url("kemiren"))
    page.goto(f"{village_url('kemiren')}/admin/pasar/")
    return page


def test_a_producer_adds_a_product_from_a_phone_and_the_village_approves_it(
    producer, open_page, log_in, village_url, portal_url
):
    site, reader = village_url("kemiren"), open_page()
    add_product(producer, NEW, "Rp 22.500,-")
    expect(producer.locator(".messages")).to_contain_text(NEW)
    assert fits_the_screen(producer)
    path = "/pasar/jenang-glagah/" + NEW.lower().replace(" ", "-") + "/"
    assert reader.goto(site + path).status == 404

    editor = open_page()
    log_in(editor, admin_email("kemiren"), PASSWORD, at=site)
    editor.goto(f"{site}/admin/")
    editor.get_by_role("link", name=NEW).first.click()
    approve(editor)

    reader.goto(site + path)
    expect(reader.get_by_role("heading", level=1)).to_have_text(NEW)
    expect(reader.locator("main")).to_contain_text("Rp 22.500")
    for address in (f"{site}/pasar/?q=sirup", f"{portal_url}/pasar/?q=sirup"):
        reader.goto(address)
        expect(products(reader).get_by_role("link", name=NEW, exact=True)).to_be_visible()


def add_product(page: Page, name: str, price: str) -> None:
    page.locator("main a[href$='/admin/pasar/tambah/'], header a[href$='/admin/pasar/tambah/']").first.click()
    assert fits_the_screen(page)
    assert not axe_faults(page, "label", "button-name", "color-contrast")
    photo = {"name": "IMG_1.jpg", "mimeType": "image/jpeg", "buffer": phone_photo(name)}
    page.locator("input[name=photo]").set_input_files(photo)
    page.locator("input[name=name]").fill(name)
    page.locator("input[name=price]").fill(price)
    page.locator("main form [type=submit]").first.click()


def approve(page: Page) -> None:
    """Take both steps of the village's check; between them it says that one more follows."""
    take_step(page)
    expect(page.locator(".messages .warning")).to_contain_text("Setujui terbit")
    page.locator(".messages .warning a").click()
    take_step(page)
    expect(page.locator(".messages .warning")).to_have_count(0)


def take_step(page: Page) -> None:
    page.wait_for_load_state()
    page.get_by_role("button", name="Tindakan lain").last.click()
    page.locator("button[data-workflow-action-name=approve]").first.click()
    page.locator(".messages .success").wait_for()


@pytest.mark.parametrize(
    ("language", "slug", "path", "price"),
    [
        ("id", "udeng-batik", "/pasar/udeng-kemiren/udeng-batik/", "Rp 45.000–Rp 120.000"),
        (
            "en",
            "ready-tied-batik-udeng",
            "/en/market/kemiren-udeng/ready-tied-batik-udeng/",
            "Rp 45,000–Rp 120,000",
        ),
    ],
)
def test_a_shared_product_shows_its_name_and_price_in_the_picture(
    page, server, village_url, language, slug, path, price
):
    page.goto(village_url("kemiren") + path)
    title = page.get_by_role("heading", level=1).inner_text()
    picture = meta(page, "og:image")
    assert meta(page, "og:title") == title
    assert (meta(page, "og:image:width"), meta(page, "og:image:height")) == ("1200", "630")
    # The address holds a digest of all that is drawn, so this is the card that says so.
    card = share_card(server, slug, language)
    assert card.title == title and card.label.replace("\u00a0", " ").startswith(price)
    assert card.digest in picture
    answer = ask(server, picture)
    assert answer.status == 200 and answer.headers["Content-Type"] == "image/jpeg"
    assert size(answer.body) == (1200, 630)


def meta(page: Page, name: str) -> str:
    return page.locator(f"meta[property='{name}']").get_attribute("content")
