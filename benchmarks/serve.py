"""Requests a second and latencies of ours, cached and not, beside nginx, a bare function and a plain Wagtail.

    .venv/bin/python -m benchmarks.serve [--rounds 3] [--seconds 3] [--concurrency 1 8 32 64 128] [--folder F]

All servers stand at once on one machine, with wrk beside them; short runs take turns, and the median counts.
A folder that is given is kept, so that the demo in it is made once.
"""

import argparse
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import load, nginx, results, saved
from benchmarks.plain import make as plain
from benchmarks.processes import KINDS, children, memory_of

ROOT = Path(__file__).resolve().parents[1]
PORTS = {"cached": 8701, "uncached": 8702, "nginx": 8703, "bare": 8704, "plain": 8705}
NAMES = {
    "cached": "ours, cached",
    "uncached": "ours, uncached",
    "nginx": "(a) nginx, same bytes",
    "bare": "(b) bare function, same bytes",
    "plain": "(c) plain Wagtail",
}
START_SECONDS = 240
# What it takes to make all pages of the mix once.
MAKING_SECONDS = 12
# Requests after which the memory of the workers is looked at, for each of them; an uncached page takes a
# hundred times as long.
STEPS = {"cached": (10_000, 30_000, 50_000), "uncached": (1_000, 3_000, 5_000)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=3)
    parser.add_argument("--concurrency", type=int, nargs="+", default=[1, 8, 32, 64, 128])
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--without-memory", action="store_true")
    given = parser.parse_args()
    # Whoever is asked to end ends the servers, too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    with ExitStack() as outer:
        folder = (given.folder or Path(outer.enter_context(TemporaryDirectory()))).resolve()
        with ExitStack() as stack:
            lists = start(stack, folder)
            loads = measure(lists, given.concurrency, given.rounds, given.seconds)
        print_loads(loads)
        steps = {} if given.without_memory else STEPS
        memory = {name: grown(name, folder, lists[name]) for name in steps}
    print_memory(memory)
    figures = {"loads": readable(loads), "ratios": ratios(loads), "memory_megabytes": memory}
    print(results.write("serve", figures))


def start(stack: ExitStack, folder: Path) -> dict[str, Path]:
    """Start all servers; the list of pages for each."""
    prepare(folder)
    for name in ("cached", "uncached"):
        stack.enter_context(ours(name, folder))
    wanted = saved.pages(PORTS["cached"], hosts(folder))
    # Once unasked, so that what is made at the first request stands.
    saved.save(PORTS["cached"], wanted)
    kept = saved.save(PORTS["cached"], wanted)
    packed = saved.keep(kept, folder / "saved")
    module = [sys.executable, "-m"]
    stack.enter_context(running("bare", [*module, "benchmarks.bare", str(PORTS["bare"]), str(packed)], ROOT))
    site, pages = folder / "plain", make_plain(folder)
    serve = [*module, "benchmarks.plain.serve", str(PORTS["plain"])]
    stack.enter_context(running("plain", serve, site, plain.environment(site)))
    config = nginx.configure(folder / "saved", kept, PORTS["nginx"])
    stack.enter_context(running("nginx", ["nginx", "-e", "stderr", "-c", str(config)], folder))
    same = folder / "saved" / "pages.txt"
    return {name: pages if name == "plain" else same for name in NAMES}


def prepare(folder: Path) -> None:
    """The demo and its static files, as `make run` makes them."""
    (folder / "saved").mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "scripts.prepare"]
    subprocess.run(command, check=True, cwd=ROOT, env=environment(folder), stdout=subprocess.DEVNULL)


def make_plain(folder: Path) -> Path:
    """The plain project, unless it has been made there before; the list of its pages."""
    pages = folder / "plain" / plain.PAGES
    if not pages.exists():
        plain.make(folder / "plain")
    return pages


def environment(folder: Path, **others: str) -> dict[str, str]:
    settings = {"DATA_DIR": str(folder / "demo"), "DJANGO_SETTINGS_MODULE": "config.settings.production"}
    return os.environ | settings | others


def hosts(folder: Path) -> list[str]:
    code = "from wagtail.models import Site; print(*Site.objects.values_list('hostname', flat=True))"
    command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", code]
    done = subprocess.run(
        command, check=True, cwd=ROOT, env=environment(folder), stdout=subprocess.PIPE, text=True
    )
    return done.stdout.splitlines()[-1].split()


def ours(name: str, folder: Path):
    """The application server as `manage.py serve` starts it, or where each request misses its cache."""
    port = str(PORTS[name])
    if name == "uncached":
        command = [sys.executable, "-m", "benchmarks.missed", port]
        return running(name, command, ROOT, environment(folder, PAGE_CACHE="off"))
    command = [sys.executable, "-m", "config.server", "--port", port]
    return running(name, command, ROOT, environment(folder, PAGE_CACHE="on"))


@contextmanager
def running(name: str, command: list[str], cwd: Path, env: dict | None = None) -> Iterator[subprocess.Popen]:
    process = subprocess.Popen(command, cwd=cwd, env=env, start_new_session=True)
    try:
        wait_until_it_answers(process, PORTS[name])
        yield process
    finally:
        process.terminate()
        process.wait()


def wait_until_it_answers(process: subprocess.Popen, port: int) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not answers(port):
        if process.poll() is not None or time.monotonic() > deadline:
            os.killpg(process.pid, signal.SIGKILL)
            raise RuntimeError(f"No server at port {port}: {process.args}")
        time.sleep(0.2)


def answers(port: int) -> bool:
    """Whether somebody listens: each of these servers does so once it can answer."""
    with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=5):
        return True
    return False


def measure(lists: dict[str, Path], concurrency: list[int], rounds: int, seconds: float) -> dict:
    """By name and number of connections, the median of short runs that take turns."""
    found = {}
    for connections in concurrency:
        for _round in range(rounds):
            for name, pages in lists.items():
                if name == "cached":
                    warm(pages, seconds)
                one = load.run(PORTS[name], pages, connections, seconds)
                found.setdefault((name, connections), []).append(one)
                print(".", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return {key: load.middle(runs) for key, runs in found.items()}


def warm(pages: Path, seconds: float) -> None:
    """Let each page be made once, early enough in a minute: what is measured is answers that are kept.

    Kept pages hold to the end of the minute; what it takes to make them stands in benchmarks/uncached.py.
    """
    left = 60 - time.time() % 60
    if left < seconds + MAKING_SECONDS:
        time.sleep(left)
    for line in pages.read_text().splitlines():
        with saved.fetch(PORTS["cached"], *line.split()) as answer:
            answer.read()


def ratios(loads: dict) -> dict[str, dict[str, float]]:
    """What the targets are about, by number of connections."""
    compared: dict[str, Callable[[int], float]] = {
        "cached / nginx (≥ 0.5 at 8 and 64)": lambda at: rate(loads, "cached", at) / rate(loads, "nginx", at),
        "cached / bare (≥ 0.7)": lambda at: rate(loads, "cached", at) / rate(loads, "bare", at),
        "cached / plain Wagtail (≥ 200)": lambda at: rate(loads, "cached", at) / rate(loads, "plain", at),
        "p99 of cached / nginx (≤ 2 at 64)": lambda at: loads["cached", at].p99 / loads["nginx", at].p99,
        "time of uncached / plain Wagtail (≤ 0.8)": lambda at: (
            rate(loads, "plain", at) / rate(loads, "uncached", at)
        ),
    }
    numbers = sorted({connections for _name, connections in loads})
    return {name: {str(at): round(of(at), 2) for at in numbers} for name, of in compared.items()}


def rate(loads: dict, name: str, connections: int) -> float:
    """Pages in a second; of a server that sent none in the time, less than one in an hour."""
    return max(loads[name, connections].per_second, 1 / 3600)


def print_loads(loads: dict) -> None:
    print(f"{os.cpu_count()} processors, wrk -t1 on the same machine; latencies in milliseconds\n")
    headings = ["", "connections", "pages/s", "p50", "p95", "p99", "refused", "broken"]
    rows = [
        [NAMES[name], at, f"{one.per_second:.0f}", *(f"{time:.2f}" for time in one[1:4]), *one[5:]]
        for (name, at), one in loads.items()
    ]
    print(results.table(headings, rows))
    compared = ratios(loads)
    numbers = next(iter(compared.values()))
    print(
        "\n"
        + results.table(["connections", *numbers], [[name, *of.values()] for name, of in compared.items()])
    )


def readable(loads: dict) -> dict[str, dict[str, dict]]:
    kept: dict[str, dict[str, dict]] = {}
    for (name, at), one in loads.items():
        kept.setdefault(name, {})[str(at)] = {key: round(value, 2) for key, value in one._asdict().items()}
    return kept


def grown(name: str, folder: Path, pages: Path) -> dict[str, dict[str, list[int]]]:
    """Memory of each worker of a fresh server (MB), by how many requests one has answered on average.

    Nothing is kept when it starts: its workers make each page, and make it again when its time is over.
    """
    shutil.rmtree(folder / "demo" / "page_cache" / "pages")
    sent, found = 0, {}
    with ours(name, folder) as process:
        for step in STEPS[name]:
            while sent < step * len(children(process.pid)):
                sent += load.run(PORTS[name], pages, 16, 1).requests
            workers = [memory_of(worker) for worker in children(process.pid)]
            found[str(step)] = {kind: [worker[kind] for worker in workers] for kind in KINDS}
    return found


def print_memory(memory: dict) -> None:
    rows = [
        [NAMES[name], number, *(", ".join(map(str, sizes[kind])) for kind in KINDS)]
        for name, steps in memory.items()
        for number, sizes in steps.items()
    ]
    headings = ["MB of each worker (≤ 160)", "requests", "resident", "its share of it"]
    print("\n" + results.table(headings, rows) + "\n")


if __name__ == "__main__":
    main()
