"""What a product has, by the columns of the table; the same for the report, the comparison and the export."""

from marketplace_pages.choices import Availability
from marketplace_pages.models import ProductPage

from .texts import text_of
from .values import MONTHS
from .variants import Variant, write_variants

# Columns whose value stands on the page under the same name.
FIELDS = (
    "title", "price_from_rupiah", "price_to_rupiah", "unit", "weight_grams", "minimum_order", "availability",
    "making_days", "materials",
)  # fmt: skip
WORDS = {
    Availability.READY: "tersedia",
    Availability.MADE_TO_ORDER: "sesuai pesanan",
    Availability.SEASONAL: "musiman",
    Availability.SOLD_OUT: "habis",
}


def values_of(page: ProductPage) -> dict:
    """A version of a product, its texts in the language that it is in."""
    values = {name: getattr(page, name) for name in FIELDS}
    return values | {
        "category": page.category_id,
        "months": sorted(int(month) for month in page.months),
        "variants": [
            Variant(row.name, row.name_en, row.price_rupiah, row.is_sold_out) for row in page.variants.all()
        ],
        "body": text_of(page.body),
        "tags": sorted((tag.name for tag in page.tags.all()), key=str.casefold),
    }


def english_of(page: ProductPage | None) -> dict:
    if page is None:
        return {"title_en": "", "unit_en": "", "body_en": ""}
    return {"title_en": page.title, "unit_en": page.unit, "body_en": text_of(page.body)}


def cell_of(key: str, value, categories: dict[int, str]) -> str | int:
    """A value as somebody would write it into the table."""
    match key:
        case "category":
            return categories.get(value, "")
        case "months":
            return ", ".join(MONTHS[month - 1][0].capitalize() for month in value)
        case "availability":
            return WORDS[value]
        case "variants":
            return write_variants(value)
        case "tags":
            return ", ".join(value)
    return "" if value is None else value
