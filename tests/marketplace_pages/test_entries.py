"""The rows of the market follow the pages that readers may open."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from marketplace_pages.choices import PERMIT_BITS
from marketplace_pages.entries import drop_ended_permits, together
from marketplace_pages.entries.batches import keep_below
from marketplace_pages.entries.signals import page_changed
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


def test_what_is_deleted_leaves_no_row(kemiren):
    product = make_product(business := make_business(kemiren))
    business.delete()
    assert not MarketEntry.objects.filter(pk=product.pk).exists()


def test_a_copy_has_a_row_and_a_lot_of_its_own(kemiren):
    product = make_product(make_business(kemiren))
    copy = product.copy(update_attrs={"slug": "salinan", "title": "Salinan"}, keep_live=True)
    assert entry_of(copy).title == "Salinan"


def test_a_product_that_moves_goes_to_the_other_business(kemiren):
    product, there = make_product(make_business(kemiren)), make_business(kemiren, "Sanggar", kind="studio")
    product.move(there, "last-child")
    assert entry_of(product).business_kind == "studio"


def test_months_of_a_season_stand_as_bits(kemiren):
    product = make_product(make_business(kemiren), availability="seasonal", months=[1, 12])
    assert entry_of(product).months == 1 + 2**11


def test_a_permit_counts_no_longer_once_it_has_ended(kemiren):
    business = make_business(kemiren)
    one, other = make_product(business), make_product(business, "Kopi")
    permit = make_permit(business, "halal", products=[one])
    make_permit(business, "pirt")
    type(permit).objects.filter(pk=permit.pk).update(valid_until=timezone.localdate() - timedelta(days=1))
    assert drop_ended_permits() == 1
    assert {entry_of(page).permits for page in (one, other)} == {PERMIT_BITS["pirt"]}
    assert drop_ended_permits() == 0


def test_what_changes_together_is_kept_together(kemiren, django_assert_max_num_queries):
    products = [make_product(make_business(kemiren), f"Produk {number}") for number in range(5)]
    MarketEntry.objects.all().delete()
    with together():
        for product in products:
            page_changed(product)
        assert not MarketEntry.objects.exists()
        paths = [product.path for product in products]
    assert MarketEntry.objects.count() == 5
    with django_assert_max_num_queries(12):
        keep_below(paths)


def test_products_are_found_by_the_new_name_of_their_business(kemiren, get):
    make_product(business := make_business(kemiren, "Dapur Contoh"))
    business.title = "Pawon Anyar"
    business.save_revision().publish()
    assert "Bagiak jahe" in get("kemiren.localhost", "/pasar/?q=pawon").text
