"""Files as programs write them: letters, separators, Excel, and what is no table at all."""

import io
import zipfile
from datetime import date

import pytest
from django.utils.translation import override
from openpyxl import Workbook, load_workbook

from marketplace_pages.importing.decoding import Undecodable, decode
from marketplace_pages.importing.reading import read_table
from marketplace_pages.importing.rows import MOST_BYTES, MOST_ROWS, Unreadable
from marketplace_pages.importing.variants import Variant, read_variants, write_variants
from marketplace_pages.models import ProductPage, ProductVariant
from tests.factories.marketplace import in_english, make_business, make_category, make_product

from .tables import csv_of, send

pytestmark = pytest.mark.once

ROW = ("Dapur Contoh", "Keripik “pedas” é", "Kue dan camilan", "15000")


@pytest.fixture(autouse=True)
def in_english_words():
    with override("en"):
        yield


def book_of(*rows) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_letters_are_understood_whatever_program_wrote_them(encoding):
    data = csv_of(ROW).decode().encode(encoding)
    assert read_table("produk.csv", data).rows[0].cells["title"] == ROW[1]


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\x00\x00", bytes(range(256)), b"usaha\xff\xfe\x81\x00x"])
def test_what_is_no_text_is_refused(data):
    with pytest.raises(Undecodable):
        decode(data)
    with pytest.raises(Unreadable, match="CSV UTF-8"):
        read_table("produk.csv", data)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_what_parts_the_columns_is_found_out(separator):
    row = read_table("produk.csv", csv_of(ROW, separator=separator)).rows[0]
    assert row.cells["price_from_rupiah"] == "15000"


def test_excels_own_line_about_the_separator_is_passed_over():
    row = read_table("produk.csv", b"sep=;\r\n" + csv_of(ROW, separator=";")).rows[0]
    assert (row.number, row.cells["business"]) == (3, "Dapur Contoh")


def test_another_separator_is_refused_by_its_name():
    with pytest.raises(Unreadable, match=r"“\|”"):
        read_table("produk.csv", csv_of(ROW, separator="|"))


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("produk.csv", b"", "empty"),
        ("produk.pdf", b"%PDF-1.7", "xlsx"),
        ("produk.csv", b"satu,dua,tiga\n1,2,3\n", "names of the columns"),
        ("produk.csv", b"usaha,nama\nA,B\n", "kategori"),
        ("produk.csv", b"usaha,nama,kategori,harga,price\nA,B,C,1,2\n", "harga"),
        ("produk.csv", b"usaha,nama,kategori\n,,\n", "no product"),
        ("produk.csv", b'usaha,nama,kategori\nA,"B,C\n', "quotation"),
        ("produk.csv", b"x" * (MOST_BYTES + 1), "too large"),
        ("produk.xlsx", b"PK\x03\x04rusak", "can't be read"),
        ("produk.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1lama", "password"),
    ],
)
def test_a_file_that_is_no_table_is_refused_with_the_reason(name, data, reason):
    with pytest.raises(Unreadable, match=reason):
        read_table(name, data)


def test_columns_may_come_in_any_order_and_case_and_unknown_ones_are_named():
    head = ("PRICE", "Product name", "Warna kesukaan", " Category ", "business*")
    table = read_table("produk.csv", csv_of(("15000", "Kopi", "biru", "Minuman", "Dapur"), head=head))
    assert table.unknown == ["Warna kesukaan"]
    values = {"price_from_rupiah": "15000", "title": "Kopi", "category": "Minuman", "business": "Dapur"}
    assert table.rows[0].cells == values


def test_too_many_rows_are_refused_and_as_many_as_allowed_are_not():
    rows = [("Dapur", f"Kue {number}", "Kue", "1000") for number in range(MOST_ROWS + 1)]
    assert len(read_table("produk.csv", csv_of(*rows[:-1])).rows) == MOST_ROWS
    with pytest.raises(Unreadable, match=str(MOST_ROWS)):
        read_table("produk.csv", csv_of(*rows))


def test_cells_too_many_are_told_of():
    row = read_table("produk.csv", b"usaha,nama,kategori\nDapur,Kopi, pahit,Minuman\n").rows[0]
    assert row.faults


def test_numbers_of_excel_are_understood_and_formulas_are_not_reckoned():
    data = book_of(
        ("usaha", "nama", "kategori", "harga", "berat gram"),
        ("Dapur", "Kopi", "Minuman", 15000.0, 250),
        ("Dapur", "Teh", "Minuman", "=5000*3", 250),
        ("Dapur", "Jahe", "Minuman", date(2026, 3, 1), 250),
    )
    plain, formula, day = read_table("produk.xlsx", data).rows
    assert (plain.cells["price_from_rupiah"], plain.cells["weight_grams"], plain.faults) == (
        "15000",
        "250",
        [],
    )
    assert formula.faults and day.faults


def test_a_zip_bomb_is_refused_before_it_is_unpacked():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as bomb:
        for number in range(3):
            bomb.writestr(f"xl/worksheets/sheet{number}.xml", b"0" * 30_000_000)
    with pytest.raises(Unreadable, match="too large"):
        read_table("produk.xlsx", file.getvalue())


@pytest.mark.parametrize(
    "variants",
    [
        [Variant("S"), Variant("L", "", 20_000), Variant("Merah", "Red", None, True)],
        [Variant("S/M"), Variant("a; b = c", "d / e"), Variant("ukuran (habis)")],
    ],
)
def test_sizes_and_colours_come_back_as_they_were_written(variants):
    assert read_variants(write_variants(variants)) == variants


@pytest.fixture
def full(kemiren):
    """A village with products that have something in every column."""
    business = make_business(kemiren)
    in_english(business, "Sample kitchen")
    product = make_product(
        business,
        unit="250 g",
        weight_grams=300,
        minimum_order=2,
        price_to_rupiah=20_000,
        availability="seasonal",
        months=[1, 12],
        making_days=3,
        materials="=SUM(A1) jahe",
        body=[("paragraph", "<p>Satu &amp; dua<br/>baris.</p><p>Tiga.</p>")],
        variants=[
            ProductVariant(name="S/M"),
            ProductVariant(name="L", price_rupiah=20_000, is_sold_out=True),
        ],
    )
    product.tags.add("Oleh-oleh", "khas")
    product.save_revision().publish()
    in_english(product, "Ginger biscuits", unit="250 g bag")
    return product


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_what_is_exported_comes_back_the_same(admin, full, kind):
    data = admin.get(f"/admin/pasar/ekspor/{kind}/").content
    found = send(admin, data, f"produk.{kind}")
    assert [(line["verdict"], line["problems"], line["changes"]) for line in found.report] == [
        ("same", [], [])
    ]


@pytest.mark.django_db
def test_an_export_that_is_edited_changes_what_was_edited_only(admin, full):
    text = admin.get("/admin/pasar/ekspor/csv/").content.decode("utf-8-sig").replace("18000", "19000")
    found = send(admin, text.encode())
    assert [line["changes"] for line in found.report] == [
        [[found.report[0]["changes"][0][0], "18000", "19000"]]
    ]
    admin.post(f"/admin/pasar/impor/{found.pk}/")
    product = ProductPage.objects.get(pk=full.pk)
    assert (product.price_from_rupiah, product.materials) == (19_000, "=SUM(A1) jahe")


@pytest.mark.django_db
def test_a_spreadsheet_reckons_nothing_that_people_wrote(admin, full):
    assert "'=SUM(A1)" in admin.get("/admin/pasar/ekspor/csv/").content.decode()
    book = load_workbook(io.BytesIO(admin.get("/admin/pasar/ekspor/xlsx/").content))
    kinds = {cell.data_type for row in book.active.iter_rows() for cell in row}
    assert "f" not in kinds


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_sample_names_a_business_of_the_village_and_can_be_imported(admin, kemiren, kind):
    make_category()
    make_business(kemiren)
    data = admin.get(f"/admin/pasar/impor/contoh/{kind}/").content
    found = send(admin, data, f"contoh.{kind}")
    assert [line["verdict"] for line in found.report] == ["new", "new"]
