"""Figures: what a village reads of its products, and the sums that offices read of all villages."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from marketplace_pages.counting import figures
from marketplace_pages.models import ProductDay
from tests.factories import sites as factories
from tests.factories.marketplace import make_business, make_category, make_product

pytestmark = pytest.mark.django_db


@pytest.fixture
def today():
    return timezone.localdate()


def count(product, day, views: int, taps: int = 0) -> None:
    ProductDay.objects.create(product=product, day=day, views=views, taps=taps)


@pytest.fixture
def product(kemiren, today):
    product = make_product(make_business(kemiren))
    count(product, today, 5, 2)
    count(product, today - timedelta(days=29), 3)
    count(product, today - timedelta(days=30), 100, 100)
    return product


def test_a_period_begins_on_its_first_day(product, today):
    rows = figures.over_time([product.pk], 30)
    assert len(rows) == 30 and rows[-1][0] == today
    total = figures.total_of(found for _day, found in rows)
    assert (total.views, total.taps) == (8, 2)


def test_a_year_is_told_by_weeks_and_loses_nothing(product):
    rows = figures.over_time([product.pk], 365)
    assert len(rows) == 53
    assert figures.total_of(found for _week, found in rows).views == 108


def test_a_village_sees_its_products_and_no_others(admin, product, other, today):
    count(make_product(make_business(other), "Kopi tetangga"), today, 77)
    page = admin.get("/admin/pasar/angka/").content.decode()
    assert "Bagiak jahe" in page and "tetangga" not in page
    table = admin.get("/admin/pasar/angka/tabel/").content.decode()
    assert "Bagiak jahe,8,2" in table and "tetangga" not in table


def test_a_product_has_its_own_page_and_only_for_its_people(admin, product, other, log_in):
    address = f"/admin/pasar/produk/{product.pk}/angka/"
    assert "Bagiak jahe" in admin.get(address).content.decode()
    stranger = log_in(factories.make_person(other), other.site.hostname)
    assert stranger.get(address).status_code == 404


@pytest.mark.parametrize("days", ["7", "30", "90", "365", "entah"])
def test_periods_may_be_asked_for_and_nonsense_gives_the_usual_one(admin, product, days):
    assert admin.get("/admin/pasar/angka/", {"days": days}).status_code == 200


def test_offices_and_portal_staff_read_sums_and_no_products(product, other, staff, log_in, today):
    category = make_category("Kopi")
    count(make_product(make_business(other), "Kopi tetangga", category=category), today, 20)
    office = log_in(factories.make_officer())
    for client in (staff, office):
        page = client.get("/admin/pasar/angka/kabupaten/").content.decode()
        assert "Kemiren" in page and "Kopi" in page
        assert "Bagiak jahe" not in page and "Kopi tetangga" not in page
        table = client.get("/admin/pasar/angka/kabupaten/tabel/").content.decode()
        assert ",8,2" in table and ",20,0" in table


def test_villages_do_not_read_the_sums_of_others(admin, product):
    assert admin.get("/admin/pasar/angka/kabupaten/").status_code != 200
    assert admin.get("/admin/pasar/angka/kabupaten/tabel/").status_code != 200


def test_sums_cost_the_same_however_many_villages_there_are(product, other, today):
    def queries() -> int:
        with CaptureQueriesContext(connection) as found:
            figures.by_village(today)
            figures.by_category(today)
        return len(found)

    few = queries()
    count(make_product(make_business(other)), today, 1)
    assert queries() == few == 4


def test_days_are_kept_for_a_year_and_a_month(product, today):
    count(product, today - timedelta(days=401), 9)
    count(product, today - timedelta(days=399), 9)
    call_command("delete_expired")
    assert ProductDay.objects.earliest("day").day == today - timedelta(days=399)
