"""Adds to the counts of a day: how often products were read and taken to WhatsApp. Nothing of who did it."""

import logging
from collections.abc import Iterable
from datetime import date

from django.apps import apps
from django.conf import settings
from django.db import DatabaseError
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone

from sites.page_cache.marks import counts_views
from sites.sharing.counting import is_for_reading

logger = logging.getLogger(__name__)


def count_view(product, request: HttpRequest) -> None:
    """Count that the page of a product was read. All its languages count for the Indonesian version."""
    if product.source is None:
        return
    # Those who get a copy of this answer are counted, too.
    counts_views(request, "marketplace_pages.counting.tally.add_views", product.source.pk)
    if is_for_reading(request):
        _try_to_add([product.source.pk], "views")


def count_taps(products: Iterable, request: HttpRequest) -> None:
    """Count that an order, or a question, about some products was taken to WhatsApp."""
    keys = {product.translation_key for product in products}
    if not keys or not is_for_reading(request):
        return
    pages = apps.get_model("marketplace_pages", "ProductPage").objects
    sources = pages.in_language(settings.LANGUAGE_CODE).filter(translation_key__in=keys)
    _try_to_add(sorted(sources.values_list("pk", flat=True)), "taps")


def add_views(product_id: int, day: date, number: int) -> None:
    """Add to the views of a day. Raises `DatabaseError` where the database is busy or away."""
    _add([product_id], "views", day, number)


def _try_to_add(products: list[int], column: str) -> None:
    """One more for each; a busy database must not keep a page or a message from its reader."""
    try:
        _add(products, column, timezone.localdate(), 1)
    except DatabaseError as error:
        logger.warning("The %s of products %s were not counted: %s", column, products, error)


def _add(products: list[int], column: str, day: date, number: int) -> None:
    days = apps.get_model("marketplace_pages", "ProductDay").objects
    rows = days.filter(day=day, product__in=products)
    more = {column: F(column) + number}
    if rows.update(**more) == len(products):
        return
    # Of two first readers at once, one makes the row and both are counted.
    missing = set(products) - set(rows.filter(**{f"{column}__gt": 0}).values_list("product", flat=True))
    new = [days.model(product_id=key, day=day) for key in missing]
    days.bulk_create(new, ignore_conflicts=True)
    rows.filter(product__in=missing).update(**more)
