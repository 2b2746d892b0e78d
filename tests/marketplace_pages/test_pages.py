"""The pages of the market open, in both languages."""

import pytest

from tests.factories.marketplace import make_business, make_product

pytestmark = pytest.mark.django_db


def test_a_product_stands_in_the_showcase_and_in_the_market_at_once(portal, kemiren, get):
    make_product(make_business(kemiren, "Dapur Contoh"), "Bagiak jahe")
    assert "Bagiak jahe" in get("kemiren.localhost", "/pasar/").content.decode()
    assert "Bagiak jahe" in get("localhost", "/pasar/").content.decode()
    assert "18.000" in get("kemiren.localhost", "/pasar/dapur-contoh/bagiak-jahe/").content.decode()


def test_another_village_does_not_show_it(kemiren, other, get):
    make_product(make_business(kemiren), "Bagiak jahe")
    assert "Bagiak jahe" not in get(other.site.hostname, "/").content.decode()
    assert get(other.site.hostname, "/pasar/dapur-contoh/bagiak-jahe/").status_code == 404


def test_the_desk_lists_the_products_of_its_village_only(kemiren, other, admin):
    make_product(make_business(kemiren), "Bagiak jahe")
    make_product(make_business(other), "Kopi tetangga")
    page = admin.get("/admin/pasar/").content.decode()
    assert "Bagiak jahe" in page and "Kopi tetangga" not in page
