"""A table of products: looked at first, written when it is confirmed, row by row."""

import re

import pytest
from wagtail.models import Revision

from marketplace_pages.models import ProductImport, ProductPage
from tests.factories import sites as factories
from tests.factories.marketplace import in_english, make_business, make_category, make_product
from tests.factories.remembered import remembered

from .tables import bring_in, confirm, csv_of, row_of, send, send_row

pytestmark = pytest.mark.django_db
ROW = ("Dapur Contoh", "Bagiak jahe", "Kue dan camilan", "Rp 15.000,-")


@pytest.fixture
@remembered
def business(kemiren):
    make_category()
    return make_business(kemiren)


def state() -> list:
    return [
        *ProductPage.objects.order_by("pk").values_list("title", "price_from_rupiah"),
        Revision.objects.count(),
    ]


def test_nothing_is_written_before_it_is_confirmed(admin, business):
    before = state()
    found = send(admin, csv_of(ROW))
    page = admin.get(f"/admin/pasar/impor/{found.pk}/").content.decode()
    assert "Bagiak jahe" in page and found.report[0]["verdict"] == "new"
    assert state() == before


def test_what_is_confirmed_is_published_at_once_by_who_may(admin, business, get):
    bring_in(admin, ROW)
    product = ProductPage.objects.get(title="Bagiak jahe")
    assert (product.live, product.price_from_rupiah, product.slug) == (True, 15_000, "bagiak-jahe")
    assert "Bagiak jahe" in get("kemiren.localhost", "/pasar/").content.decode()


def test_who_may_not_publish_makes_drafts_and_is_told_so(kemiren, business, log_in):
    contributor = log_in(factories.make_person(kemiren, role="contributor"), "kemiren.localhost")
    found = send(contributor, csv_of(ROW))
    assert "draft" in found.report[0]["notes"][0] or "konsep" in found.report[0]["notes"][0]
    confirm(contributor, found)
    assert not ProductPage.objects.get(title="Bagiak jahe").live


def test_the_same_file_twice_makes_no_doubles_and_no_new_versions(admin, business):
    head, row = row_of(
        harga="15000", varian="S; L = 20.000", tag="Oleh-oleh, khas", keterangan="Satu.\n\nDua."
    )
    bring_in(admin, row, head=head)
    before = state()
    again = bring_in(admin, row, head=head)
    assert again.report[0]["verdict"] == "same"
    assert state() == before


def test_a_changed_row_changes_its_product_and_says_what(admin, business):
    make_product(business, price_from_rupiah=18_000, unit="250 g")
    found = bring_in(admin, ROW)
    line = found.report[0]
    assert line["verdict"] == "changed"
    assert [(before, after) for _label, before, after in line["changes"]] == [("18000", "15000")]
    product = ProductPage.objects.get(title="Bagiak jahe")
    assert (product.price_from_rupiah, product.unit) == (15_000, "250 g")


def test_an_empty_cell_takes_away_and_a_missing_column_leaves(admin, business):
    make_product(business, unit="250 g", materials="Jahe")
    head, row = row_of(satuan="")
    bring_in(admin, row, head=head)
    product = ProductPage.objects.get(title="Bagiak jahe")
    assert (product.unit, product.materials, product.price_from_rupiah) == ("", "Jahe", 18_000)


def test_wrong_rows_stop_no_right_ones(admin, business):
    bring_in(admin, ("Dapur Contoh", "Salah", "Kue dan camilan", "gratis"), ROW)
    assert list(ProductPage.objects.values_list("title", flat=True)) == ["Bagiak jahe"]


def test_wrong_rows_come_back_as_a_file_with_their_reasons(admin, business):
    found = send(admin, csv_of(("Dapur Contoh", "Salah", "Kue dan camilan", "gratis"), ROW))
    text = admin.get(f"/admin/pasar/impor/{found.pk}/salah/").content.decode("utf-8-sig")
    assert "Salah" in text and "gratis" in text and "Bagiak" not in text
    mended = text.replace("gratis,", '"9.500",', 1)
    assert [line["verdict"] for line in send(admin, mended.encode()).report] == ["new"]


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"harga": "0"}, "Rp.1"),
        ({"harga": "-5000"}, "-5000"),
        ({"harga": "20000", "harga tertinggi": "15000"}, "tertinggi|Highest"),
        ({"harga tertinggi": "15000", "harga": ""}, "tertinggi|Highest"),
        ({"kategori": "Kue dan camiln"}, "Kue dan camilan"),
        ({"usaha": "Dapur Conto"}, "Dapur Contoh"),
        ({"usaha": ""}, "Usaha|Business"),
        ({"nama": ""}, "Nama|Name"),
        ({"nama": "x" * 300}, "300"),
        ({"berat": "berat sekali"}, "berat sekali"),
        ({"berat": "9" * 400}, "999"),
        ({"harga": "9" * 400 + ",5 juta"}, "999"),
        ({"kategori": "Meteorit"}, "Meteorit"),
        ({"minimal pesan": "0"}, "0"),
        ({"ketersediaan": "entah"}, "entah"),
        ({"ketersediaan": "musiman", "bulan": ""}, "Bulan|Months"),
        ({"ketersediaan": "musiman"}, "Bulan|Months"),
        ({"ketersediaan": "sesuai pesanan"}, "berapa hari|how many days"),
        ({"harga tertinggi": "15000"}, "Harga|Price"),
        ({"bulan": "Januarium, 13"}, "Januarium"),
        ({"varian": "L = murah"}, "murah"),
        ({"varian": "L; l"}, "“l”"),
        ({"keterangan inggris": "Sweet", "nama inggris": ""}, "Inggris|English"),
        ({"harga": "=1+1"}, "harga"),
    ],
)
def test_a_row_that_makes_no_sense_is_wrong_with_the_reason(admin, business, cells, reason):
    line = send_row(admin, **cells)
    assert line["verdict"] == "wrong" and line["number"] == 2
    assert re.search(reason, " ".join(line["problems"]))


@pytest.mark.parametrize(
    ("cells", "field", "value"),
    [
        ({"berat (gram)": "1,5 kg"}, "weight_grams", 1_500),
        ({"Berat_gram": "1.250"}, "weight_grams", 1_250),
        ({"weight": "250 g"}, "weight_grams", 250),
        ({"price": "15rb"}, "price_from_rupiah", 15_000),
        ({"MINIMUM ORDER": "3"}, "minimum_order", 3),
        ({"ketersediaan": "Musiman", "bulan": "Nov - Februari"}, "months", [1, 2, 11, 12]),
        ({"availability": "made to order", "making days": "4"}, "availability", "made_to_order"),
        ({"lama pembuatan": "4"}, "making_days", 4),
        ({"bahan": "Jahe,   gula"}, "materials", "Jahe, gula"),
    ],
)
def test_cells_are_understood_as_people_write_them(admin, business, cells, field, value):
    head, row = row_of(**cells)
    bring_in(admin, row, head=head)
    assert getattr(ProductPage.objects.get(), field) == value


def test_the_same_product_twice_in_a_file_is_wrong_the_second_time(admin, business):
    report = send(admin, csv_of(ROW, ("Dapur Contoh", "bagiak  JAHE", "Kue dan camilan", "9000"))).report
    assert [line["verdict"] for line in report] == ["new", "wrong"]


def test_a_code_lets_a_product_change_its_name(admin, business):
    product = make_product(business)
    head, row = row_of(nama="Bagiak jahe merah", kode=product.slug)
    bring_in(admin, row, head=head)
    assert list(ProductPage.objects.values_list("pk", "title")) == [(product.pk, "Bagiak jahe merah")]


def test_sizes_keep_their_keys_while_they_keep_their_names(admin, business):
    head, row = row_of(varian="S; L = 20.000; Merah / Red (habis)")
    bring_in(admin, row, head=head)
    keys = dict(ProductPage.objects.get().variants.values_list("name", "pk"))
    head, row = row_of(varian="L = 22.000; S; Biru")
    bring_in(admin, row, head=head)
    variants = ProductPage.objects.get().variants
    assert list(variants.values_list("name", "price_rupiah")) == [("L", 22_000), ("S", None), ("Biru", None)]
    assert variants.get(name="L").pk == keys["L"]


def test_english_texts_make_an_english_version_where_the_business_has_one(admin, business):
    in_english(business, "Sample kitchen")
    head, row = row_of(harga="15000", **{"nama inggris": "Ginger biscuits", "keterangan inggris": "Crisp."})
    bring_in(admin, row, head=head)
    english = ProductPage.objects.get(locale__language_code="en")
    assert (english.title, english.live, english.price_from_rupiah) == ("Ginger biscuits", True, 15_000)
    assert bring_in(admin, row, head=head).report[0]["verdict"] == "same"


def test_without_an_english_business_english_texts_are_left_out_and_told_of(admin, business):
    line = send_row(admin, **{"nama inggris": "Ginger biscuits"})
    assert line["verdict"] == "new" and line["notes"]


def test_a_change_that_somebody_has_not_published_is_not_published_along(admin, business):
    product = make_product(business, unit="250 g")
    product.unit = "300 g"
    product.save_revision()
    bring_in(admin, ROW)
    product.refresh_from_db()
    assert (product.price_from_rupiah, product.unit) == (18_000, "250 g")
    newest = product.get_latest_revision_as_object()
    assert (newest.price_from_rupiah, newest.unit) == (15_000, "300 g")


def test_a_product_that_was_withdrawn_stays_withdrawn(admin, business):
    make_product(business).unpublish()
    bring_in(admin, ROW)
    assert not ProductPage.objects.get().live


def test_a_description_with_pictures_is_not_written_over(admin, business):
    body = [("paragraph", "<p><b>Asal</b></p>")]
    make_product(business, body=body)
    assert send_row(admin, keterangan="Lain")["verdict"] == "wrong"
    assert send_row(admin, keterangan="Asal")["verdict"] == "same"


def test_a_file_that_is_put_away_is_gone(admin, business):
    found = send(admin, csv_of(ROW))
    admin.post(f"/admin/pasar/impor/{found.pk}/", {"cancel": "1"})
    assert not ProductImport.objects.exists() and not ProductPage.objects.exists()


def test_confirming_twice_writes_once(admin, business):
    found = send(admin, csv_of(ROW))
    confirm(admin, confirm(admin, found))
    assert ProductPage.objects.count() == 1


def test_a_long_file_goes_on_where_it_stopped(admin, business, monkeypatch):
    monkeypatch.setattr("marketplace_pages.importing.writing.ROWS_AT_ONCE", 2)
    monkeypatch.setattr("marketplace_pages.importing.writing.monotonic", iter(range(0, 1000, 10)).__next__)
    rows = [("Dapur Contoh", f"Kue {number}", "Kue dan camilan", "1000") for number in range(5)]
    found = confirm(admin, send(admin, csv_of(*rows)))
    assert (found.written, found.is_finished) == (2, False)
    assert "data-goes-on" in admin.get(f"/admin/pasar/impor/{found.pk}/").content.decode()
    while not found.is_finished:
        found = confirm(admin, found)
    assert ProductPage.objects.count() == 5
    assert all(line["is_written"] for line in found.report)
