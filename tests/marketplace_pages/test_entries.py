"""The rows of the market follow the pages that readers may open."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from marketplace_pages.choices import PERMIT_BITS
from marketplace_pages.models import MarketEntry
from tests.factories.marketplace import in_english, make_business, make_permit, make_product

pytestmark = pytest.mark.django_db


def entry_of(page) -> MarketEntry | None:
    return MarketEntry.objects.filter(pk=page.pk).first()


def test_a_published_product_has_a_row_of_its_village(kemiren):
    product = make_product(make_business(kemiren, kind="ikm"))
    entry = entry_of(product)
    assert (entry.village, entry.business_kind, entry.language) == (kemiren, "ikm", "id")
    assert (entry.price_from_rupiah, entry.price_to_rupiah) == (18_000, 18_000)


def test_a_product_that_is_taken_off_has_none(kemiren):
    product = make_product(make_business(kemiren))
    product.unpublish()
    assert entry_of(product) is None


def test_a_business_that_is_taken_off_takes_its_products_along_and_brings_them_back(kemiren):
    product = make_product(business := make_business(kemiren))
    business.unpublish()
    assert entry_of(product) is None
    business.save_revision().publish()
    assert entry_of(product)


def test_a_password_takes_products_out_of_the_market(kemiren):
    product = make_product(business := make_business(kemiren))
    lock = PageViewRestriction.objects.create(page=business, restriction_type="login")
    assert entry_of(product) is None
    lock.delete()
    assert entry_of(product)


def test_a_change_of_price_stands_in_both_languages(kemiren):
    business = make_business(kemiren)
    product = make_product(business)
    in_english(business, "Sample kitchen")
    english = in_english(product, "Ginger biscuits")
    product.price_from_rupiah = 25_000
    product.save_revision().publish()
    assert {entry_of(page).price_from_rupiah for page in (product, english)} == {25_000}


def test_the_lot_of_a_product_stays(kemiren):
    product = make_product(make_business(kemiren))
    lot = entry_of(product).lot
    product.save_revision().publish()
    assert entry_of(product).lot == lot


@pytest.mark.parametrize(
    "lack", [{"number": ""}, {"verified_at": None}, {"valid_until": timezone.localdate() - timedelta(days=1)}]
)
def test_a_permit_counts_only_with_a_number_checked_and_valid(kemiren, lack):
    product = make_product(business := make_business(kemiren))
    make_permit(business, "halal")
    make_permit(business, "pirt", **lack)
    assert entry_of(product).permits == PERMIT_BITS["halal"]


def test_a_permit_of_one_product_counts_for_no_other(kemiren):
    business = make_business(kemiren)
    one, other = make_product(business), make_product(business, "Kopi")
    make_permit(business, "halal", products=[one])
    assert (entry_of(one).permits, entry_of(other).permits) == (PERMIT_BITS["halal"], 0)
