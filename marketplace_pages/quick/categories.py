"""A guess at the category of a product that was added in a hurry; its form offers all of them."""

import re

from marketplace_pages.models import BusinessPage, ProductCategory, ProductPage

SHORTEST_WORD = 4
# What stands for "something else" in the regency's tree.
OTHER = "lainnya"


def guess_category(name: str, business: BusinessPage) -> ProductCategory | None:
    """By the name itself, else as the last product of the business, else "Lainnya", else any."""
    words = _words(name)
    categories = list(ProductCategory.objects.select_related("parent"))
    # One that stands deeper says more.
    by_depth = sorted(categories, key=lambda category: category.parent_id is None)
    by_name = next((found for found in by_depth if words & _words(found.name)), None)
    return by_name or _last_of(business) or _other(categories)


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text.lower()) if len(word) >= SHORTEST_WORD}


def _last_of(business: BusinessPage) -> ProductCategory | None:
    last = ProductPage.objects.child_of(business).select_related("category").order_by("-pk").first()
    return last and last.category


def _other(categories: list[ProductCategory]) -> ProductCategory | None:
    other = [category for category in categories if category.slug == OTHER]
    return next(iter([*other, *categories[-1:]]), None)
