"""What the basket of a reader asks of one business: each product as it is offered today."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from django.apps import apps
from django.utils.translation import gettext, ngettext

from sites.querysets import LARGEST_KEY

from .form import MOST
from .message import Line
from .one_product import line_of

MOST_LINES = 40
ITEM = re.compile(r"(\d{1,19}):(\d{0,19}):(\d{1,9})", re.ASCII)


class Item(NamedTuple):
    """As the address names it."""

    product: int
    variant: int | None
    quantity: int


class Basket(NamedTuple):
    """What can be ordered, and in sentences what is left out or changed."""

    products: list
    lines: list[Line]
    items: list[str]  # as the address would name them
    remarks: list[str]


def read_items(values: Iterable[str]) -> list[Item]:
    """The items of an address; whatever is none is left out, of what comes twice the last counts."""
    found = {}
    for value in list(values)[:MOST_LINES]:
        if match := ITEM.fullmatch(value):
            product, variant, quantity = (int(part) if part else None for part in match.groups())
            if product <= LARGEST_KEY and quantity:
                found[product, variant] = Item(product, variant, quantity)
    return list(found.values())


def basket_of(business, items: list[Item]) -> Basket:
    """Compare a basket with what the business offers now. Two queries."""
    offered = _offered(business, {item.product for item in items})
    basket, gone = Basket([], [], [], []), 0
    for item in items:
        product = offered.get(item.product)
        if product is None:
            gone += 1
        else:
            _add(basket, product, item)
    if gone:
        text = ngettext(
            "%(number)s product of your basket is no longer offered here.",
            "%(number)s products of your basket are no longer offered here.",
            gone,
        )
        basket.remarks.append(text % {"number": gone})
    return basket


def _offered(business, keys: set[int]) -> dict:
    """Products of the business in its language, by the keys of any of their versions."""
    pages = apps.get_model("marketplace_pages", "ProductPage").objects
    asked = dict(pages.filter(pk__in=keys).values_list("pk", "translation_key"))
    found = pages.child_of(business).live().public().filter(translation_key__in=asked.values())
    versions = {page.translation_key: page for page in found.with_variants().defer_streamfields()}
    return {key: versions[asked[key]] for key in asked if asked[key] in versions}


def _add(basket: Basket, product, item: Item) -> None:
    variant = next((one for one in product.variant_list if one.pk == item.variant), None)
    reason = _why_not(product, variant, item)
    if reason:
        basket.remarks.append(reason)
        return
    quantity = max(item.quantity, product.minimum_order)
    if quantity != item.quantity:
        text = gettext("%(title)s: ordered from %(number)s on, so the quantity is now %(number)s.")
        basket.remarks.append(text % {"title": product.title, "number": quantity})
    if product not in basket.products:
        basket.products.append(product)
    basket.lines.append(line_of(product, quantity, variant))
    basket.items.append(f"{item.product}:{item.variant or ''}:{quantity}")


def _why_not(product, variant, item: Item) -> str:
    """Why an item is left out; empty where it is not."""
    if not product.can_be_ordered or (variant and variant.is_sold_out):
        name = f"{product.title} ({variant.display_name})" if variant else product.title
        return gettext("%(title)s can't be ordered at this moment.") % {"title": name}
    if product.variant_list and variant is None:
        return gettext("%(title)s: choose a size or colour on its page.") % {"title": product.title}
    if item.quantity > MOST:
        values = {"title": product.title, "number": MOST}
        return gettext("%(title)s: at most %(number)s can be ordered here.") % values
    return ""
