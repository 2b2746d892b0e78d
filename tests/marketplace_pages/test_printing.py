"""Posters, labels and the catalogue: codes open the right page, and only what is public is printed."""

import io
import random
from datetime import timedelta

import pypdfium2
import pytest
import zxingcpp
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from PIL import Image
from wagtail.models import CollectionViewRestriction, PageViewRestriction

from marketplace_pages.models import ShowcasePage
from marketplace_pages.printing import catalogue as catalogue_module
from marketplace_pages.printing.catalogue import MOST_BYTES, draw
from marketplace_pages.printing.catalogue_facts import Catalogue, Item, catalogue_of
from marketplace_pages.printing.catalogue_pictures import pictures_for
from marketplace_pages.printing.sheets import SHEETS
from sites.models import VillageImage
from sites.printing.lettering import HEAVY, Block
from tests.factories.culture import list_below
from tests.factories.marketplace import make_business, make_permit, make_product
from tests.factories.sites import make_media

pytestmark = pytest.mark.django_db


def pages_of(content: bytes) -> list[Image.Image]:
    document = pypdfium2.PdfDocument(content)
    return [page.render(scale=3).to_pil().convert("RGB") for page in document]


def texts_of(content: bytes) -> str:
    document = pypdfium2.PdfDocument(content)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def codes_in(picture: Image.Image) -> set[str]:
    return {found.text for found in zxingcpp.read_barcodes(picture)}


def noisy_jpeg(number: int) -> bytes:
    """A photo that hardly gets smaller, as leaves and cloth are."""
    dice = random.Random(number)
    small = Image.frombytes("RGB", (320, 240), dice.randbytes(320 * 240 * 3))
    file = io.BytesIO()
    small.resize((960, 720), Image.Resampling.BICUBIC).save(file, "JPEG", quality=90)
    return file.getvalue()


@pytest.fixture
def business(kemiren):
    return make_business(kemiren, "Dapur Contoh")


@pytest.mark.parametrize("paper", ["a6", "a4"])
def test_the_code_of_a_poster_opens_the_page_of_the_product(admin, business, paper):
    product = make_product(business, unit="250 g")
    response = admin.get(f"/admin/pasar/produk/{product.pk}/poster/{paper}-pdf/")
    (page,) = pages_of(response.content)
    assert codes_in(page) == {product.full_url}
    text = texts_of(response.content)
    assert "Bagiak jahe" in text and "Dapur Contoh" in text and "18.000" in text
    width, height = pypdfium2.PdfDocument(response.content)[0].get_size()
    assert round(width / 72 * 25.4) == {"a6": 105, "a4": 210}[paper]


def test_the_poster_of_a_business_names_its_number_and_valid_permits_only(admin, business):
    make_permit(business, "halal", number="ID-1")
    make_permit(business, "pirt", number="ID-2", valid_until=timezone.localdate() - timedelta(days=1))
    content = admin.get(f"/admin/pasar/usaha/{business.pk}/poster/a6-pdf/").content
    assert codes_in(pages_of(content)[0]) == {business.full_url}
    text = texts_of(content)
    assert "0812-3450-001" in text and "ID-1" in text and "ID-2" not in text


def test_a_poster_as_svg_needs_no_font_and_no_other_file(admin, business):
    response = admin.get(f"/admin/pasar/usaha/{business.pk}/poster/a4-svg/")
    svg = response.content.decode()
    assert response["Content-Type"] == "image/svg+xml" and 'width="210mm"' in svg
    assert "<text" not in svg and "font-family" not in svg and "http://www.w3.org" in svg
    assert "currentColor" not in svg and "var(" not in svg
    assert response["Content-Disposition"].startswith("attachment")


def test_both_kinds_of_poster_say_the_same_in_the_same_places(business):
    drawn = {}
    for kind, sheet in SHEETS.items():
        places = drawn[kind] = []

        class Watched(sheet):
            def letters(self, text, x, y, *rest, places=places):
                places.append((text, round(x, 2), round(y, 2)))
                super().letters(text, x, y, *rest)

        block = Block(20, 9, 3, HEAVY)
        Watched("a6", "Contoh", "id").write("Nama usaha yang panjang", 8, 20, 40, block, "#000000")
    assert drawn["pdf"] == drawn["svg"] != []


@pytest.mark.parametrize("kind", ["a6-pdf", "a5-pdf", "a6-png"])
def test_what_is_not_published_has_no_poster(admin, business, kind):
    product = make_product(business)
    product.unpublish()
    assert admin.get(f"/admin/pasar/produk/{product.pk}/poster/{kind}/").status_code == 404


def test_another_villages_products_are_not_printed(admin, other):
    theirs = make_product(make_business(other))
    assert admin.get(f"/admin/pasar/produk/{theirs.pk}/poster/a6-pdf/").status_code == 404
    assert admin.get(f"/admin/pasar/usaha/{theirs.business.pk}/poster/a6-pdf/").status_code == 404
    assert admin.get(f"/admin/pasar/cetak/label/?produk={theirs.pk}").status_code == 404


def test_labels_stand_24_on_a_page_and_their_codes_open_the_products(admin, business):
    one, two = make_product(business), make_product(business, "Kopi robusta", price_from_rupiah=25_000)
    content = admin.get(f"/admin/pasar/cetak/label/?produk={one.pk}&produk={two.pk}&copies=13").content
    pages = pages_of(content)
    assert len(pages) == 2
    assert codes_in(pages[0]) == {one.full_url, two.full_url}
    assert "25.000" in texts_of(content)


def test_the_page_to_print_names_what_is_published_only(admin, business):
    make_product(business)
    make_product(business, "Belum terbit").unpublish()
    page = admin.get("/admin/pasar/cetak/").content.decode()
    assert "Bagiak jahe" in page and "Belum terbit" not in page and "katalog.pdf" in page


def test_everybody_may_take_the_catalogue_of_a_village(kemiren, business, get):
    make_permit(business, "halal")
    product = make_product(business, unit="250 g")
    make_product(business, "Belum terbit").unpublish()
    response = get("kemiren.localhost", "/pasar/katalog.pdf")
    assert (response.status_code, response["Content-Type"]) == (200, "application/pdf")
    text = texts_of(response.content)
    assert kemiren.display_name in text and product.title in text and "Halal" in text
    assert "0812-3450-001" in text and "Belum terbit" not in text
    assert codes_in(pages_of(response.content)[0]) == {list_below(ShowcasePage, kemiren).full_url}


def test_a_picture_that_is_not_for_everybody_is_not_in_the_catalogue(kemiren, business):
    make_product(business, listing_image=make_media(VillageImage, kemiren, "Bagiak"))
    showcase = list_below(ShowcasePage, kemiren)
    assert [bool(item.picture) for item in catalogue_of(showcase).items] == [True]
    CollectionViewRestriction.objects.create(collection=kemiren.collection, restriction_type="login")
    assert [item.picture for item in catalogue_of(showcase).items] == [""]


def test_what_gets_a_password_leaves_the_catalogue_and_the_market_at_once(kemiren, business, get):
    make_product(business)
    PageViewRestriction.objects.create(page=business, restriction_type="password", password="rahasia")
    assert get("kemiren.localhost", "/pasar/katalog.pdf").status_code == 404
    for host in ("kemiren.localhost", "localhost"):
        assert "Bagiak jahe" not in get(host, "/pasar/").text
    answer = get("kemiren.localhost", "/pasar/dapur-contoh/bagiak-jahe/pesan/?quantity=1")
    assert "wa.me" not in answer.get("Location", "") and "Bagiak" not in answer.text


def test_a_village_without_products_has_no_catalogue(kemiren, get):
    list_below(ShowcasePage, kemiren)
    assert get("kemiren.localhost", "/pasar/katalog.pdf").status_code == 404


def test_the_catalogue_is_drawn_once_until_something_changes(business, get, monkeypatch):
    product = make_product(business)
    times = []

    def counted(found: Catalogue) -> bytes:
        times.append(found.key)
        return draw(found)

    monkeypatch.setattr(catalogue_module, "draw", counted)
    first = get("kemiren.localhost", "/pasar/katalog.pdf")
    assert get("kemiren.localhost", "/pasar/katalog.pdf").content == first.content
    again = get("kemiren.localhost", "/pasar/katalog.pdf", HTTP_IF_NONE_MATCH=first["ETag"])
    assert (again.status_code, len(times)) == (304, 1)
    product.price_from_rupiah = 21_000
    product.save_revision().publish()
    assert get("kemiren.localhost", "/pasar/katalog.pdf")["ETag"] != first["ETag"]
    assert len(times) == 2


def test_the_catalogue_costs_the_same_whatever_is_in_it(kemiren, business):
    showcase = ShowcasePage.objects.get(pk=business.get_parent().pk)

    def queries() -> int:
        with CaptureQueriesContext(connection) as found:
            catalogue_of(showcase)
        return len(found)

    make_product(business)
    queries()  # where sites stand is remembered
    few = queries()
    for number in range(5):
        make_product(make_business(kemiren, f"Usaha {number}"))
    assert queries() == few <= 10


def catalogue_with(names: list[str]) -> Catalogue:
    texts = ("Rp 18.000 / 250 g", "Dapur Contoh", "0812-3450-001", "Halal")
    address = "http://kemiren.localhost/pasar/"
    items = tuple(
        Item(f"Produk dengan nama panjang {number}", *texts, f"{address}produk-{number}/", name)
        for number, name in enumerate(names)
    )
    sections = (("Kue dan camilan", items),)
    head = ("Produk Desa Kemiren", "Desa Kemiren", "Glagah", address, "ijen", "id")
    return Catalogue(*head, sections, 0, "November 2026")


def test_many_heavy_pictures_become_as_small_as_they_must(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    names = [f"foto-{number}.jpg" for number in range(90)]
    for number, name in enumerate(names):
        (tmp_path / name).write_bytes(noisy_jpeg(number))
    content = draw(catalogue_with(names))
    assert 500_000 < len(content) <= MOST_BYTES


def test_pictures_that_do_not_fit_at_all_are_left_out(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    names = [f"foto-{number}.jpg" for number in range(4)]
    for number, name in enumerate(names):
        (tmp_path / name).write_bytes(noisy_jpeg(number))
    found = pictures_for([*names, "tidak-ada.jpg"], 6_000)
    assert 0 < len(found) < 4 and sum(map(len, found.values())) <= 6_000


def test_a_picture_that_is_no_picture_keeps_nobody_from_the_catalogue(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    (tmp_path / "rusak.jpg").write_bytes(b"bukan gambar")
    assert draw(catalogue_with(["rusak.jpg", ""])).startswith(b"%PDF")


def test_a_price_label_prints_a_long_price_in_full(admin, business):
    product = make_product(business, price_from_rupiah=1_500_000, price_to_rupiah=12_500_000)
    showcase = ShowcasePage.objects.get(locale=product.locale)
    printed = admin.get(f"/admin/pasar/cetak/label/?pasar={showcase.pk}&produk={product.pk}&copies=1")
    assert "12.500.000" in texts_of(printed.content)
