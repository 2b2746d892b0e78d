"""Adds to the counts of a day: how often products were read and taken to WhatsApp. Nothing of who did it."""

import logging
from collections.abc import Iterable

from django.apps import apps
from django.conf import settings
from django.db import DatabaseError
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone

from sites.sharing.counting import is_reader

logger = logging.getLogger(__name__)


def count_view(product, request: HttpRequest) -> None:
    """Count that the page of a product was read. All its languages count for the Indonesian version."""
    if is_reader(request) and product.source is not None:
        _add([product.source.pk], "views")


def count_taps(products: Iterable, request: HttpRequest) -> None:
    """Count that an order, or a question, about some products was taken to WhatsApp."""
    keys = {product.translation_key for product in products}
    if not keys or not is_reader(request):
        return
    pages = apps.get_model("marketplace_pages", "ProductPage").objects
    sources = pages.in_language(settings.LANGUAGE_CODE).filter(translation_key__in=keys)
    _add(sorted(sources.values_list("pk", flat=True)), "taps")


def _add(products: list[int], column: str) -> None:
    """One more for each; a busy database must not keep a page or a message from its reader."""
    days = apps.get_model("marketplace_pages", "ProductDay").objects
    rows = days.filter(day=timezone.localdate(), product__in=products)
    one_more = {column: F(column) + 1}
    try:
        if rows.update(**one_more) == len(products):
            return
        # Of two first readers at once, one makes the row and both are counted.
        missing = set(products) - set(rows.filter(**{f"{column}__gt": 0}).values_list("product", flat=True))
        new = [days.model(product_id=key, day=timezone.localdate()) for key in missing]
        days.bulk_create(new, ignore_conflicts=True)
        rows.filter(product__in=missing).update(**one_more)
    except DatabaseError as error:
        logger.warning("The %s of products %s were not counted: %s", column, products, error)
