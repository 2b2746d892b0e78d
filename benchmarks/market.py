"""Time and queries of the market at 6, 217 and 1,000 villages with 100 products each.

    scripts/postgres.sh .venv/bin/python -m benchmarks.market [6 217 1000]

It makes a database of its own beside the one that DATABASE_URL names, and removes it afterwards.
"""

import os
import sys
from collections.abc import Callable
from random import Random
from statistics import median
from time import perf_counter

ROUNDS = 15
SIZES = (6, 217, 1000)
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
    random, made, first = Random(8), 0, {}
    print(f"{connection.vendor}: median of {ROUNDS}, after a first one", flush=True)
    for size in sizes:
        add_villages(size - made, random)
        made = size
        print(f"\n{size} villages, {size * 100} products", flush=True)
        for name, act in acts().items():
            report(name, act, first)


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


def report(name: str, act: Callable[[], object], first: dict[str, float]) -> None:
    """Print the median, how many times that of the first size it is, and the number of queries."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    start = perf_counter()
    act()
    cold, times = perf_counter() - start, []
    with CaptureQueriesContext(connection) as captured:
        act()
        number = len(captured)
    for _round in range(ROUNDS):
        start = perf_counter()
        act()
        times.append(perf_counter() - start)
    taken = median(times)
    ratio = taken / first.setdefault(name, taken)
    print(
        f"  {name:<32} {taken * 1000:7.1f} ms  ×{ratio:5.1f}  {number:2} queries"
        f"  (first {cold * 1000:.0f} ms)",
        flush=True,
    )


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
    import django

    django.setup()
    from django.test.utils import setup_databases, setup_test_environment, teardown_databases

    setup_test_environment()
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        main([int(size) for size in sys.argv[1:]] or list(SIZES))
    finally:
        teardown_databases(databases, verbosity=0)
