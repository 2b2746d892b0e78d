"""What has come of products in numbers: looked at, and taken to WhatsApp. Nobody is named anywhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import CharField
from django.db.models.functions import Substr
from django.utils import timezone
from wagtail.models import Page

from marketplace_pages.models import ProductCategory, ProductDay, ProductPage
from sites.models import Village

CONTAINER = 2 * Page.steplen
# Up to so many days, each has a bar of its own.
MOST_BARS = 90


@dataclass
class Figures:
    views: int = 0
    taps: int = 0

    def add(self, views: int, taps: int) -> None:
        self.views += views
        self.taps += taps


def first_day(days: int, today: date | None = None) -> date:
    """The first day of a period that ends today."""
    return (today or timezone.localdate()) - timedelta(days=days - 1)


def total_of(days) -> Figures:
    found = Figures()
    for day_figures in days:
        found.add(day_figures.views, day_figures.taps)
    return found


def over_time(products, days: int, today: date | None = None) -> list[tuple[date, Figures]]:
    """The figures of some products, oldest first, by day or over a long time by week. One query."""
    today = today or timezone.localdate()
    first, step = first_day(days, today), 1 if days <= MOST_BARS else 7
    # What nobody looked at is 0.
    found = {first + timedelta(days=ago): Figures() for ago in range(0, days, step)}
    for day, views, taps in ProductDay.objects.of(products).since(first).summed_by("day"):
        if day <= today:
            found[first + timedelta(days=(day - first).days // step * step)].add(views, taps)
    return list(found.items())


def by_product(products, first: date) -> list[tuple[ProductPage, Figures]]:
    """Products that were looked at, most looked at first. Two queries."""
    rows = ProductDay.objects.of(products).since(first).summed_by("product")
    found = {key: Figures(views, taps) for key, views, taps in rows}
    pages = ProductPage.objects.filter(pk__in=list(found)).only("title", "path")
    return sorted(
        ((page, found[page.pk]) for page in pages),
        key=lambda row: (-row[1].views, -row[1].taps, row[0].title),
    )


def by_village(first: date) -> list[tuple[Village, Figures]]:
    """Sums of all villages that have any, most looked at first. Two queries, however many there are."""
    container = Substr("product__path", 1, CONTAINER, output_field=CharField())
    rows = ProductDay.objects.since(first).annotate(container=container).summed_by("container")
    found = {path: Figures(views, taps) for path, views, taps in rows}
    villages = Village.objects.filter(container__path__in=found).select_related("container")
    return _sorted((village, found[village.container.path]) for village in villages)


def by_category(first: date) -> list[tuple[ProductCategory, Figures]]:
    """Sums of the categories of the first level. Two queries."""
    rows = ProductDay.objects.since(first).summed_by("product__category")
    categories = {category.pk: category for category in ProductCategory.objects.select_related("parent")}
    found: dict[ProductCategory, Figures] = {}
    for key, views, taps in rows:
        category = categories[key].parent or categories[key]
        found.setdefault(category, Figures()).add(views, taps)
    return _sorted(found.items())


def _sorted(rows: Iterable[tuple]) -> list[tuple]:
    return sorted(rows, key=lambda row: (-row[1].views, -row[1].taps, str(row[0])))
