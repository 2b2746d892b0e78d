"""Time and queries at 3, 217, 2,000 and 10,000 villages, memory of a worker, size of the database.

    scripts/postgres.sh .venv/bin/python -m benchmarks.growth [3 217 2000 10000]

It makes a database of its own beside the one that DATABASE_URL names, keeps a copy of it at each size, and
asks all copies in turns, so that whatever else the machine does slows all sizes alike. Villages of the crowd
have 2 businesses, 4 products and some pages in each list; the village that is measured has the same rows at
every size. The market of the whole regency holds more products with each village. Pages of readers are those
that come first after a change, with nothing remembered.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from random import Random
from statistics import median
from time import perf_counter

from benchmarks.own_database import own_database

ROUNDS, FEWEST, WARM_UP = 41, 9, 2
# After so many seconds a row has no further rounds, but for the fewest.
SECONDS = 30
SIZES = (3, 217, 2_000, 10_000)
WRITES = ("INSERT", "UPDATE", "DELETE")


def main(sizes: list[int]) -> None:
    from benchmarks import copies, growth_rows, results

    names = {f"growth_{size}": size for size in sizes}
    random = Random(8)
    measured, made = growth_rows.Measured(random), 1
    acts = growth_rows.rows(measured)
    for name, size in names.items():
        start = perf_counter()
        if size > made:
            growth_rows.add_crowd(size - made, random)
        made = size
        copies.keep(name)
        print(f"{size} villages made in {perf_counter() - start:.0f} s", flush=True)
    opened = copies.Copies(list(names))
    try:
        figures = {}
        for label, act in acts.items():
            figures[label] = measure(act, opened, names)
            print(tell(sizes, {label: figures[label]}), flush=True)
    finally:
        opened.close()
    figures["memory of a worker, MB"] = {size: {"value": memory(name)} for name, size in names.items()}
    bytes_of = {size: copies.size(name) for name, size in names.items()}
    figures["database, MB"] = {size: {"value": found // 1_000_000} for size, found in bytes_of.items()}
    figures["database, kB a village"] = {
        size: {"value": found // size // 1000} for size, found in bytes_of.items()
    }
    print(tell(sizes, figures))
    print(results.write("growth", figures))
    copies.drop(list(names))


def measure(act: Callable[[], object], copies, names: dict[str, int]) -> dict[int, dict]:
    """Median in ms, number of queries and of writes at each size."""
    times, begun = {name: [] for name in names}, perf_counter()
    for number in range(WARM_UP + ROUNDS):
        if number >= WARM_UP + FEWEST and perf_counter() - begun > SECONDS:
            break
        for name in names:
            with copies.using(name):
                start = perf_counter()
                act()
                times[name].append(perf_counter() - start)
    found = {}
    for name, size in names.items():
        with copies.using(name):
            queries, writes = count(act)
        taken = median(times[name][WARM_UP:]) * 1000
        found[size] = {"ms": round(taken, 2), "queries": queries, "writes": writes}
    first = found[next(iter(names.values()))]
    return {size: one | {"ratio": round(one["ms"] / first["ms"], 3)} for size, one in found.items()}


def count(act: Callable[[], object]) -> tuple[int, int]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        act()
    sql = [query["sql"] for query in captured.captured_queries]
    return len(sql), sum(text.startswith(WRITES) for text in sql)


def memory(name: str) -> int:
    """Resident MB of a fresh process that has served pages of many kinds from one of the copies."""
    address = os.environ["DATABASE_URL"].rsplit("/", 1)[0] + f"/{name}"
    command = [sys.executable, "-m", "benchmarks.worker_memory"]
    done = subprocess.run(
        command, env={**os.environ, "DATABASE_URL": address}, capture_output=True, text=True, check=True
    )
    return int(done.stdout.split()[-1])


def tell(sizes: list[int], figures: dict) -> str:
    """The table: milliseconds, how many times those of the first size, and queries; at the end, writes."""
    from benchmarks import results

    headings, lines = ["", *(f"{size} villages" for size in sizes), "writes"], []
    for label, row in figures.items():
        cells = [cell(one) for one in row.values()]
        lines.append([label, *cells, row[sizes[-1]].get("writes", "")])
    return results.table(headings, lines)


def cell(one: dict) -> str:
    if "value" in one:
        return str(one["value"])
    return f"{one['ms']:.1f} ms ×{one['ratio']:.2f} {one['queries']:3} q"


if __name__ == "__main__":
    with own_database():
        main([int(size) for size in sys.argv[1:]] or list(SIZES))
