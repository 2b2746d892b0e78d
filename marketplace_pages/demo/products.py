"""Publishes the sample products of a business, with views and taps of some weeks."""

from collections.abc import Iterator
from datetime import timedelta
from zlib import crc32

from django.utils import timezone
from django.utils.text import slugify

from marketplace_pages.models import (
    BusinessPage,
    ProductCategory,
    ProductDay,
    ProductPage,
    ProductPicture,
    ProductVariant,
)

from . import samples

COUNTED_DAYS = 42
# What a product has once, as data/market_samples.json calls it.
ONCE = ("availability", "months", "making_days", "minimum_order")


def add(sample: dict, businesses: dict[str, BusinessPage], notes: dict[str, list[str]], pictures) -> None:
    """Publish a product in the languages of its business, the Indonesian version first."""
    first = None
    for language, parent in businesses.items():
        page = ProductPage(
            locale=parent.locale,
            listing_image=pictures(sample["more"].get("picture")),
            **texts(sample, notes[language], language),
            **facts(sample),
        )
        if first:
            page.translation_key = first.translation_key
        else:
            add_rows(page, sample, pictures)
        page.tags.add(*sample["more"].get("tags", {}).get(language, []))
        parent.add_child(instance=page)
        page.save_revision(clean=False).publish()
        first = first or page
    ProductDay.objects.bulk_create(days(first))


def texts(sample: dict, notes: list[str], language: str) -> dict:
    name, story, more = sample["name"][language], sample["description"][language], sample["more"]
    return {
        "title": f"{name} {samples.MARKS[language]}",
        "slug": sample["slug"] if language == "id" else slugify(name),
        "summary": story,
        "unit": sample["unit"][language],
        "materials": samples.in_language(more.get("materials"), language),
        "care": samples.in_language(more.get("care"), language),
        "body": samples.paragraphs(notes),
    }


def facts(sample: dict) -> dict:
    """What is typed once."""
    more = sample["more"]
    return {
        "category": ProductCategory.objects.get(slug=sample["category"]),
        "price_from_rupiah": sample["price_min_idr"],
        "price_to_rupiah": sample["price_max_idr"],
        "weight_grams": sample["weight_gram"],
        **{name: more[name] for name in ONCE if name in more},
    }


def add_rows(page: ProductPage, sample: dict, pictures) -> None:
    found = [pictures(key) for key in sample["more"].get("gallery", [])]
    page.gallery = [ProductPicture(image=image, caption=image.title) for image in found if image]
    page.variants = [
        ProductVariant(
            name=row["name"]["id"],
            name_en=row["name"]["en"],
            price_rupiah=row.get("price"),
            is_sold_out=row.get("is_sold_out", False),
        )
        for row in sample["more"].get("variants", [])
    ]


def days(product: ProductPage) -> Iterator[ProductDay]:
    """Made-up figures until yesterday, the same for the same product."""
    today, seed = timezone.localdate(), crc32(product.slug.encode())
    for ago in range(1, COUNTED_DAYS + 1):
        views = (seed // (ago + 3)) % 19
        if views:
            day = today - timedelta(days=ago)
            yield ProductDay(product=product, day=day, views=views, taps=views // 6)
