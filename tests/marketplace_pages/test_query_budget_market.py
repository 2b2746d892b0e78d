"""Pages of the market cost the same at few and at many villages, businesses and products."""

import gzip
from random import Random

import pytest
from django.core.cache import cache
from django.test import Client

from benchmarks.crowds import add_villages
from tests.sites.test_query_budget import BUDGET, queries

pytestmark = pytest.mark.once

PAGES = [
    ("localhost", "/pasar/"),
    ("localhost", "/pasar/?category=makanan&max=30000"),
    ("localhost", "/pasar/?q=bagiak&sort=name"),
    ("localhost", "/pasar/?q=bagiak&page=2"),
    ("localhost", "/pasar/usaha/"),
    ("localhost", "/pasar/wisata/"),
    ("desa-0.localhost", "/pasar/"),
    ("desa-0.localhost", "/pasar/?q=bagiak&kind=umkm"),
    ("desa-0.localhost", "/pasar/usaha/"),
    ("desa-0.localhost", "/layar/"),
]
# With its frame; other pages than homes.
MOST_BYTES = 8 * 1024


def test_217_villages_cost_no_more_queries_than_3_and_no_heavier_page(portal):
    random = Random(8)
    add_villages(3, random, products=10)
    few = {where: len(queries(*where)) for where in PAGES}
    assert {where: number for where, number in few.items() if number > BUDGET} == {}
    add_villages(214, random, products=10)
    cache.clear()
    assert {where: len(queries(*where)) for where in PAGES} == few
    for host, path in PAGES:
        assert len(gzip.compress(Client(HTTP_HOST=host).get(path).content, 9)) <= MOST_BYTES, path


@pytest.mark.parametrize("host", ["localhost", "desa-1.localhost"])
def test_homes_with_products_stay_within_their_budget(portal, host):
    add_villages(3, Random(8), products=10)
    assert len(queries(host, "/")) <= BUDGET
    assert 'class="product"' in Client(HTTP_HOST=host).get("/").text
