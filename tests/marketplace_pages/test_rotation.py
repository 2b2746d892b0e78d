"""The usual order of the market: everybody has a turn, and others come first on another day."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from marketplace_pages.entries.keeping import LOTS
from marketplace_pages.market.rotation import BUSINESSES, VILLAGES, in_rotation, multiplier
from marketplace_pages.models import MarketEntry
from tests.factories import sites as factories
from tests.factories.marketplace import make_business, make_product
from tests.factories.remembered import remembered

pytestmark = pytest.mark.django_db
TODAY = date(2026, 5, 9)
SIZES = (9, 4, 2, 1)
given_any = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture
@remembered
def market(portal):
    """Villages with many products and with few, each of two businesses."""
    for size in SIZES:
        village = factories.make_village()
        shops = [make_business(village, "Satu"), make_business(village, "Dua")]
        for number in range(size):
            make_product(shops[number % 3 == 0], f"Produk {number}")


def whose(by: str, day: date = TODAY, **narrowed) -> list[int]:
    return list(in_rotation(MarketEntry.objects.filter(**narrowed), by, day).values_list(by, flat=True))


def turns_are_fair(order: list[int]) -> bool:
    """Nobody has another turn while somebody with something left has had fewer."""
    left, had = Counter(order), Counter()
    for one in order:
        had[one] += 1
        left[one] -= 1
        if any(left[other] and had[other] < had[one] - 1 for other in left):
            return False
    return True


@given_any
@given(data=st.data(), ahead=st.integers(0, 5_000))
def test_no_village_has_two_products_before_each_other_had_its_turn(market, data, ahead):
    keys = list(MarketEntry.objects.values_list("pk", flat=True))
    some = data.draw(st.sets(st.sampled_from(keys)))
    day = TODAY + timedelta(days=ahead)
    assert turns_are_fair(whose(VILLAGES, day, pk__in=some))
    assert turns_are_fair(whose(BUSINESSES, day, pk__in=some))


def test_the_order_stays_within_a_day_and_is_another_on_the_next(market):
    days = [
        list(in_rotation(MarketEntry.objects.all(), day=TODAY + timedelta(days=number)).values_list("pk"))
        for number in (0, 0, 1)
    ]
    assert days[0] == days[1] != days[2]


def test_every_village_comes_first_on_some_day(market):
    first = {whose(VILLAGES, TODAY + timedelta(days=number))[0] for number in range(60)}
    assert len(first) == len(SIZES)


@given(day=st.dates(), lots=st.sets(st.integers(1, LOTS - 1), min_size=2))
def test_no_two_lots_fall_together(day, lots):
    factor = multiplier(day, "product")
    assert len({lot * factor % LOTS for lot in lots}) == len(lots)
