"""The columns of the table of products: what they are called in either language, and what they hold."""

import re
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Column(NamedTuple):
    """`key` is its name inside of the program, `name` that in our files, `others` are understood as well."""

    key: str
    name: str
    others: tuple[str, ...]
    explained: object
    width: int = 14


BUSINESS, NAME, CODE, CATEGORY = "business", "title", "slug", "category"
# Written by the report of wrong rows; when the mended file comes back, nobody reads it.
PROBLEM = "problem"
COLUMNS = (
    Column(BUSINESS, "usaha", ("nama usaha", "business", "maker", "produsen", "umkm"),
           _("Needed. The name of a business of your village, as it stands on the site."), 26),
    Column(NAME, "nama", ("nama produk", "produk", "name", "product", "product name"),
           _("Needed. The name of the product."), 30),
    Column(CODE, "kode", ("code", "slug", "alamat halaman"),
           _("Leave it empty for new products. It tells which product is meant when its name changes."), 22),
    Column(CATEGORY, "kategori", ("category", "jenis"),
           _("Needed. One of the categories of the regency."), 22),
    Column("price_from_rupiah", "harga", ("price", "harga rupiah", "harga rp"),
           _("In rupiah, such as 15000 or Rp 15.000. Empty: told on request.")),
    Column("price_to_rupiah", "harga tertinggi", ("highest price", "harga maksimal", "harga sampai"),
           _("Only where the price depends on size or work.")),
    Column("unit", "satuan", ("unit", "per"), _("For example: piece, 250 g, bundle of ten.")),
    Column("weight_grams", "berat gram", ("berat", "weight", "weight grams", "berat g"),
           _("Weight with packing, in grams; 1,5 kg is understood, too.")),
    Column("minimum_order", "minimal pesan", ("minimum order", "minimal", "minimal order", "pesanan minimal"),
           _("1 where it is empty.")),
    Column("availability", "ketersediaan", ("availability", "status", "stok", "stock"),
           _("One of: tersedia, sesuai pesanan, musiman, habis. Empty: tersedia.")),
    Column("months", "bulan", ("months", "musim", "season"),
           _("Only for what is in season: Januari, Februari or 1, 2 or November-Februari.")),
    Column("making_days", "hari pembuatan", ("making days", "lama pembuatan", "hari pengerjaan"),
           _("How many days it takes to make.")),
    Column("variants", "varian", ("variants", "variant", "ukuran dan warna", "pilihan"),
           _("Sizes and colours, parted by semicolons: S; L = 20000; Merah / Red (habis)."), 30),
    Column("materials", "bahan", ("materials", "ingredients", "komposisi"),
           _("Materials or ingredients."), 30),
    Column("body", "keterangan", ("description", "deskripsi", "cerita", "story"),
           _("An empty line begins a new paragraph."), 50),
    Column("tags", "tag", ("tags", "label", "kata kunci"), _("Words parted by commas."), 22),
    Column("title_en", "nama inggris", ("english name", "name english", "name en", "nama en"),
           _("Makes an English version, if the business has one."), 30),
    Column("unit_en", "satuan inggris", ("english unit", "unit english", "unit en", "satuan en"),
           _("The unit in English.")),
    Column("body_en", "keterangan inggris",
           ("english description", "description english", "description en", "deskripsi inggris"),
           _("The description in English."), 50),
)  # fmt: skip
PROBLEM_COLUMN = Column(PROBLEM, "masalah", ("problem", "problems", "kesalahan"), "", 60)
BY_KEY = {column.key: column for column in (*COLUMNS, PROBLEM_COLUMN)}
NEEDED = (BUSINESS, NAME, CATEGORY)
ENGLISH = ("title_en", "unit_en", "body_en")

# What the report calls a column, in the language of its reader.
LABELS = {
    BUSINESS: _("Business"),
    NAME: _("Name"),
    CODE: _("Code"),
    CATEGORY: _("Category"),
    "price_from_rupiah": _("Price"),
    "price_to_rupiah": _("Highest price"),
    "unit": _("Unit"),
    "weight_grams": _("Weight (grams)"),
    "minimum_order": _("Minimum order"),
    "availability": _("Availability"),
    "months": _("Months"),
    "making_days": _("Days it takes to make"),
    "variants": _("Sizes and colours"),
    "materials": _("Materials"),
    "body": pgettext_lazy("product", "Description"),
    "tags": _("Tags"),
    "title_en": _("Name in English"),
    "unit_en": _("Unit in English"),
    "body_en": _("Description in English"),
}


def plain(name: object) -> str:
    """A name without what people write differently: case, spaces, underscores, units in brackets."""
    name = re.sub(r"\([^)]*\)", " ", str(name))
    return " ".join(re.sub(r"[\s_\-*.:]+", " ", name.casefold()).split())


KEYS = {
    plain(name): column.key
    for column in BY_KEY.values()
    for name in (column.name, column.key, *column.others)
}


def key_of(name: object) -> str | None:
    """Which column somebody means, in Indonesian or English."""
    return KEYS.get(plain(name))
