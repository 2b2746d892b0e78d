"""The products of a village as rows of the table that can be imported again."""

from collections.abc import Iterator

from sites.spreadsheets import Row

from .columns import BUSINESS, COLUMNS, PROBLEM_COLUMN, plain
from .described import cell_of, english_of, values_of
from .lines import Line, Verdict
from .places import Places
from .planning import newest_of

# Real makers come first; these words say that the rows are samples.
SAMPLES = (
    ("Bagiak jahe (contoh)", "18000", "250 g", "tersedia", "", "Original; Jahe = 20000",
     "Tepung, jahe, gula aren", "Kue kering khas Banyuwangi.\n\nTahan satu bulan.",
     "Ginger biscuits (sample)"),
    ("Durian merah (contoh)", "60.000", "buah", "musiman", "Februari-April", "", "",
     "Hanya di musimnya.", ""),
)  # fmt: skip


def rows_of(places: Places) -> Iterator[Row]:
    """All products within reach, by their businesses and names; what their editors see of them."""
    categories = places.category_names
    for business in sorted(places.every_business, key=lambda business: business.title):
        for product in sorted(places.products[business.path], key=lambda product: product.title):
            english = places.english_products.get(product.translation_key)
            values = values_of(newest_of(product)) | english_of(newest_of(english) if english else None)
            values |= {BUSINESS: _name_of(business, places), "slug": product.slug}
            yield [cell_of(column.key, values[column.key], categories) for column in COLUMNS]


def _name_of(business, places: Places) -> str:
    """Its title, or its code where another one is called so, too."""
    is_alone = len(places.businesses[plain(business.title)]) == 1
    return business.title if is_alone else business.slug


def sample_rows(places: Places) -> list[Row]:
    """Two products that show how to write one, of a business that the village has."""
    business = next(iter(places.business_names), "Nama usaha Anda")
    category = next(iter(places.category_names.values()), "")
    keys = ("title", "price_from_rupiah", "unit", "availability", "months", "variants", "materials", "body",
            "title_en")  # fmt: skip
    cells = [dict(zip(keys, sample, strict=True)) for sample in SAMPLES]
    common = {BUSINESS: business, "category": category, "minimum_order": "1"}
    return [[(common | sample).get(column.key, "") for column in COLUMNS] for sample in cells]


def rows_to_mend(found) -> Iterator[Row]:
    """The wrong rows of an import as they were written, each with the reason behind it."""
    for (_number, cells, _faults), line in zip(found.rows, found.report, strict=True):
        line = Line(**line)
        if line.verdict == Verdict.WRONG:
            yield [*(cells.get(column.key, "") for column in COLUMNS), "; ".join(line.problems)]


TO_MEND = (*COLUMNS, PROBLEM_COLUMN)
