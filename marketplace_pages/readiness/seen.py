"""What the sites show of the criteria by themselves, counted for many villages at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import CharField, Count, Q
from django.db.models.functions import Substr
from wagtail.models import Page

from marketplace_pages.choices import BusinessKind, Facility
from marketplace_pages.models import BusinessPage, MarketEntry, ReadinessAnswer
from sites.institutions import Kind
from sites.models import InstitutionPage, Village

from .criteria import Criterion

CONTAINER = Substr("path", 1, 2 * Page.steplen, output_field=CharField())
# Institutions that run tourism.
RUNNING = (Kind.POKDARWIS, Kind.BUMDES)


@dataclass
class Seen:
    """Numbers of what readers of one village's site may open, and what the village has answered."""

    village: Village
    attractions: int = 0
    homestays: int = 0
    products: int = 0
    with_picture: int = 0
    in_english: int = 0
    with_toilet: int = 0
    institutions: int = 0
    shows_english: bool = False
    answers: dict[str, ReadinessAnswer] | None = None

    def answer(self, criterion: Criterion) -> ReadinessAnswer | None:
        return (self.answers or {}).get(criterion)


def seen_in(villages: Iterable[Village]) -> list[Seen]:
    """Of villages that know their site and container. Five queries, however many there are."""
    villages = list(villages)
    found = {village.container_path: Seen(village, shows_english=village.shows("en")) for village in villages}
    by_key = {seen.village.pk: seen for seen in found.values()}
    _count_businesses(found)
    _count_products(by_key)
    _count_institutions(found)
    for answer in ReadinessAnswer.objects.filter(village__in=by_key):
        seen = by_key[answer.village_id]
        seen.answers = {**(seen.answers or {}), answer.criterion: answer}
    return list(found.values())


def _count_businesses(found: dict[str, Seen]) -> None:
    businesses = BusinessPage.objects.in_language("id").live().public()
    rows = businesses.annotate(where=CONTAINER).order_by().values_list("where", "kind", "facilities")
    for where, kind, facilities in rows:
        if seen := found.get(where):
            seen.attractions += kind == BusinessKind.ATTRACTION
            seen.homestays += kind == BusinessKind.HOMESTAY
            seen.with_toilet += Facility.TOILET in facilities
            seen.institutions += kind in (BusinessKind.BUMDES, BusinessKind.COOPERATIVE)


def _count_products(by_key: dict[int, Seen]) -> None:
    entries = MarketEntry.objects.open().filter(village__in=by_key).order_by()
    pictures = Count("pk", filter=Q(product__listing_image__isnull=False))
    rows = entries.values_list("village", "language").annotate(number=Count("pk"), pictures=pictures)
    for village, language, number, with_picture in rows:
        seen = by_key[village]
        if language == "id":
            seen.products, seen.with_picture = number, with_picture
        elif language == "en":
            seen.in_english = number


def _count_institutions(found: dict[str, Seen]) -> None:
    pages = InstitutionPage.objects.in_language("id").live().public().filter(kind__in=RUNNING)
    rows = pages.annotate(where=CONTAINER).order_by().values_list("where", flat=True)
    for where, number in Counter(rows).items():
        if seen := found.get(where):
            seen.institutions += number
