"""Time and queries of the market at 6 and 217 villages with 100 products each; 1,000 take long to make.

    scripts/postgres.sh .venv/bin/python -m benchmarks.market [6 217 1000]

It makes a database of its own beside the one that DATABASE_URL names, and removes it afterwards.
"""

import sys
from collections.abc import Callable
from random import Random
from statistics import median
from time import perf_counter

from benchmarks import results
from benchmarks.own_database import own_database

ROUNDS = 15
SIZES = (6, 217)
QUERIES = {
    "facets": "",
    "facets, three choices": "category=makanan&permit=halal&max=30000",
    "search": "q=bagiak",
    "search, mistyped": "q=kopi+robsta",
    "search and choices": "q=krupuk+ikan&category=makanan&permit=halal&max=30000&district=kecamatan-3",
}


def main(sizes: list[int]) -> None:
    from django.db import connection

    from benchmarks.crowds import add_villages
    from sites.provisioning import create_portal

    create_portal("localhost")
    random, made, figures = Random(8), 0, {}
    for size in sizes:
        add_villages(size - made, random)
        made = size
        figures[size] = {name: measure(act) for name, act in acts().items()}
        print(f"\n{connection.vendor}, median of {ROUNDS}\n{tell(figures, size)}", flush=True)
    print(results.write("market", figures))


def acts() -> dict[str, Callable[[], object]]:
    from django.http import QueryDict
    from django.test import Client, RequestFactory
    from wagtail.models import Site

    from marketplace_pages.market.catalogue import catalogue
    from marketplace_pages.market.scopes import Scope
    from marketplace_pages.models import MarketPage

    site = Site.objects.get(is_default_site=True)
    site._village = None
    request = RequestFactory().get("/", HTTP_HOST="localhost")

    def answer(text: str) -> Callable[[], object]:
        def act():
            found = catalogue(Scope(site, "id", None), QueryDict(text))
            return found.products(request)[: MarketPage.page_size]

        return act

    def page(host: str, path: str) -> Callable[[], object]:
        client = Client(HTTP_HOST=host)
        return lambda: check(client.get(path))

    found = {name: answer(text) for name, text in QUERIES.items()}
    found["whole page of the market"] = page("localhost", "/pasar/")
    found["whole page, search and choices"] = page("localhost", f"/pasar/?{QUERIES['search and choices']}")
    found["whole page of a showcase"] = page("desa-0.localhost", "/pasar/")
    found["businesses of the regency"] = page("localhost", "/pasar/usaha/")
    return found


def check(answer) -> None:
    if answer.status_code != 200:
        raise RuntimeError(f"{answer.request['PATH_INFO']}: {answer.status_code}")


def measure(act: Callable[[], object]) -> dict:
    """Milliseconds of the first time and the median of the others, and the number of queries."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    cold, times = seconds(act), []
    with CaptureQueriesContext(connection) as captured:
        act()
        number = len(captured)
    for _round in range(ROUNDS):
        times.append(seconds(act))
    return {
        "ms": round(median(times) * 1000, 1),
        "queries": number,
        "first ms": round(cold * 1000, 1),
    }


def seconds(act: Callable[[], object]) -> float:
    start = perf_counter()
    act()
    return perf_counter() - start


def tell(figures: dict[int, dict[str, dict]], size: int) -> str:
    """The table of one size, with how many times the median of the first size it is."""
    first = next(iter(figures.values()))
    headings = [f"{size} villages, {size * 100} products", "ms", "times the first", "queries", "first ms"]
    rows = [
        [name, one["ms"], f"{one['ms'] / first[name]['ms']:.2f}", one["queries"], one["first ms"]]
        for name, one in figures[size].items()
    ]
    return results.table(headings, rows)


if __name__ == "__main__":
    with own_database():
        main([int(size) for size in sys.argv[1:]] or list(SIZES))
