"""What the market adds to the screen of a village hall."""

import pytest

from tests.factories.marketplace import make_business, make_product

pytestmark = pytest.mark.django_db


def test_products_stand_on_the_screen_with_price_and_maker(kemiren, other, get):
    business = make_business(kemiren, "Dapur Contoh")
    for number in range(5):
        make_product(business, f"Bagiak {number}", unit="bungkus")
    make_product(make_business(other), "Kopi tetangga")
    html = get("kemiren.localhost", "/layar/").text
    assert html.count("Dapur Contoh") == 5 and "Kopi tetangga" not in html
    assert "Rp\u00a018.000 / bungkus" in html


def test_a_village_without_products_has_no_such_part(kemiren, get):
    make_business(kemiren)
    assert "Dari desa kami" not in get("kemiren.localhost", "/layar/").text
