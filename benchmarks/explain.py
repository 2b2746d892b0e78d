"""The hottest queries of readers' pages among many villages, and how PostgreSQL answers each.

    scripts/postgres.sh .venv/bin/python -m benchmarks.explain [villages]

Pages of some villages and of the portal are opened as the page cache asks for them after a change. Queries
that differ in their values alone are one; the hottest has the largest sum of times, in milliseconds, with the
way to the database and back.
"""

import re
import sys
from collections import defaultdict
from random import Random
from statistics import mean
from time import perf_counter
from typing import NamedTuple

from benchmarks.own_database import own_database

VILLAGES, OPENED, HOTTEST = 1_000, 4, 10
PRODUCTS, MOST_NAMED = 10, 6
PLANS = "explain.txt"
COLUMNS = ("times", "mean ms", "sum ms")
VILLAGE_PATHS = [
    *("/", "/pengumuman/", "/pengumuman/?archive=1", "/pengumuman/halaman-3/", "/agenda/", "/kelas/"),
    *("/agenda/halaman-1/", "/kelas/halaman-1/", "/belajar/", "/layanan/", "/layanan/halaman-2/"),
    *("/informasi-publik/", "/pasar/", "/pasar/halaman-1/", "/pasar/halaman-1/halaman-1/"),
    *("/feed/", "/cari/?q=kopi", "/sitemap.xml"),
]
PORTAL_PATHS = ["/", "/kabar/", "/agenda/", "/pasar/", "/pasar/?category=makanan", "/cari/?q=kopi"]


class Asked(NamedTuple):
    """A query with the values of one of the times it was asked, and the seconds that each time took."""

    sql: str
    values: tuple
    seconds: list[float]

    @property
    def total(self) -> float:
        return sum(self.seconds)


class Listener:
    """Notes each query that goes to the database; for `connection.execute_wrapper()`."""

    def __init__(self):
        self.asked: dict[str, Asked] = {}
        self.pages: dict[str, set[str]] = defaultdict(set)
        self.page = ""

    def __call__(self, execute, sql, values, many, context):
        start = perf_counter()
        try:
            return execute(sql, values, many, context)
        finally:
            kind = kind_of(sql)
            one = self.asked.setdefault(kind, Asked(sql, tuple(values or ()), []))
            one.seconds.append(perf_counter() - start)
            self.pages[kind].add(self.page)

    def hottest(self, number: int) -> list[tuple[Asked, set[str]]]:
        ranked = sorted(self.asked.items(), key=lambda item: -item[1].total)
        return [(asked, self.pages[kind]) for kind, asked in ranked[:number]]


def kind_of(sql: str) -> str:
    """What queries have in common that ask for more or fewer values at once."""
    return re.sub(r"%s(, %s)+", "%s, …", sql)


def main(villages: int) -> None:
    from django.db import connection

    from benchmarks import results

    hosts, listener = add_crowd(villages), Listener()
    # Once before, so that what is kept between pages is there.
    open_pages(hosts, listener)
    listener.asked.clear()
    with connection.execute_wrapper(listener):
        open_pages(hosts, listener)
    figures = [figures_of(asked, pages) for asked, pages in listener.hottest(HOTTEST)]
    texts = [
        f"{place}. {', '.join(one['pages'][:MOST_NAMED])}\n{one['sql']}\n\n{one['plan']}\n"
        for place, one in enumerate(figures, start=1)
    ]
    (results.FOLDER / PLANS).write_text("\n".join(texts))
    print(*texts, sep="\n")
    rows = [(place, *(one[name] for name in COLUMNS)) for place, one in enumerate(figures, start=1)]
    print("\n" + results.table(["query", *COLUMNS], rows))
    whole = sum(one.total for one in listener.asked.values()) * 1000
    print(f"all {len(listener.asked)} queries: {whole:.0f} ms")
    print(results.write("explain", {"villages": villages, "queries": figures}))


def add_crowd(number: int) -> list[str]:
    """Make the portal and villages; return hosts of some, from the first to the last."""
    from benchmarks.crowds import add_villages
    from benchmarks.rows import add_rows
    from sites.provisioning import create_portal

    random = Random(8)
    create_portal("localhost")
    villages = add_villages(number, random, products=PRODUCTS)
    add_rows(villages, random)
    return [village.hostname for village in villages[:: max(1, number // OPENED)]]


def open_pages(hosts: list[str], listener: Listener) -> None:
    from django.test import Client

    from benchmarks.readers import fetch

    addresses = [(host, path) for host in hosts for path in VILLAGE_PATHS]
    addresses += [("localhost", path) for path in PORTAL_PATHS]
    for host, path in addresses:
        listener.page = f"portal {path}" if host == "localhost" else path
        answer = fetch(Client(HTTP_HOST=host), path)
        if answer.status_code != 200:
            raise RuntimeError(f"{host}{path}: {answer.status_code}")


def figures_of(asked: Asked, pages: set[str]) -> dict:
    return {
        "times": len(asked.seconds),
        "mean ms": round(mean(asked.seconds) * 1000, 2),
        "sum ms": round(asked.total * 1000),
        "pages": sorted(pages),
        "sql": asked.sql,
        "plan": explain(asked),
    }


def explain(asked: Asked) -> str:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS) {asked.sql}", asked.values)
        return "\n".join(line for (line,) in cursor.fetchall())


if __name__ == "__main__":
    with own_database():
        main(int(sys.argv[1]) if sys.argv[1:] else VILLAGES)
