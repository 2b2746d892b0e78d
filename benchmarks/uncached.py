"""Processor time of a page that is kept nowhere, ours beside a plain Wagtail's, by kind of page.

    .venv/bin/python -m benchmarks.uncached [--rounds 7] [--times 10] [--folder F]

Both projects stand in a process of their own and are asked by turns, uncompressed, through their WSGI
application; the median counts. Parts of our pages are remembered between changes of content, so ours is
measured three times (sites/page_cache/remembered.py): as the first page after a change, with nothing
remembered; as one that comes after another page of its site; and made again with its own parts remembered,
too, as every five minutes while nothing changes (parts hold for half an hour). A second table counts what
the compared pages show, so that it can be seen how alike they are.
"""

import argparse
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from benchmarks import results
from benchmarks.plain import make as plain
from benchmarks.serve import ROOT, environment, make_plain, prepare

TARGET = 0.8
HOST = "kemiren.localhost"
KINDS = {
    "home": "/",
    "list": "/pengumuman/",
    "article": "/pengumuman/air-bersih-dusun-krajan-bergilir-selama-perbaikan-pipa/",
    "standard": "/kontak-dan-jam-layanan/",
}
OTHER = "/menuju-kemiren/"
FIRST, SECOND, RULE = "first after a change", "after another page", "as a rule"
PLAIN = "plain Wagtail"
COUNTED = {
    "cards": r"<article\b",
    "links": r"<a\b",
    "list items": r"<(?:li|dt)\b",
    "pictures": r"<img\b",
    "icons": r"<svg\b",
}


class Measured(NamedTuple):
    process: subprocess.Popen
    host: str
    paths: dict[str, str]
    forgets: bool = False
    other: str | None = None

    def ask(self, kind: str, times: int) -> dict:
        wanted = {"host": self.host, "path": self.paths[kind], "times": times}
        wanted |= {"forgets": self.forgets, "other": self.other}
        self.process.stdin.write(json.dumps(wanted) + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        if not answer["status"].startswith("200"):
            raise RuntimeError(f"{answer['status']}: {self.host}{self.paths[kind]}")
        return answer


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--times", type=int, default=10)
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    with ExitStack() as stack:
        folder = (given.folder or Path(stack.enter_context(TemporaryDirectory()))).resolve()
        projects = start(stack, folder)
        times, pages = measure(projects, given.rounds, given.times)
    shown = {kind: {name: counts(page) for name, page in of.items()} for kind, of in pages.items()}
    print_times(times)
    print_shown(shown)
    print(results.write("uncached", {"milliseconds": times, "ratios": ratios(times), "shown": shown}))


def start(stack: ExitStack, folder: Path) -> dict[str, Measured]:
    prepare(folder)
    make_plain(folder)
    site, off = folder / "plain", environment(folder, PAGE_CACHE="off")
    ours = stack.enter_context(process("benchmarks.missed", ROOT, off))
    other = stack.enter_context(process("plain.wsgi", site, plain.environment(site)))
    return {
        FIRST: Measured(ours, HOST, KINDS, forgets=True),
        SECOND: Measured(ours, HOST, KINDS, forgets=True, other=OTHER),
        RULE: Measured(ours, HOST, KINDS),
        PLAIN: Measured(other, plain.HOST, plain.KINDS),
    }


@contextmanager
def process(module: str, cwd: Path, env: dict[str, str]) -> Iterator[subprocess.Popen]:
    command = [sys.executable, "-m", "benchmarks.timed", module]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, cwd=cwd, env=env, **pipes) as started:
        yield started
        started.stdin.close()


def measure(projects: dict[str, Measured], rounds: int, times: int) -> tuple[dict, dict]:
    """By kind and project, the median milliseconds and a page; short runs take turns."""
    taken, pages = {}, {}
    for _round in range(rounds):
        for kind in KINDS:
            for name, project in projects.items():
                answer = project.ask(kind, times)
                taken.setdefault(kind, {}).setdefault(name, []).extend(answer["milliseconds"])
                pages.setdefault(kind, {})[name] = answer["page"]
        print(".", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    middle = {
        kind: {name: round(median(of), 2) for name, of in found.items()} for kind, found in taken.items()
    }
    return middle, pages


def counts(page: str) -> dict[str, float]:
    found = {name: len(re.findall(pattern, page)) for name, pattern in COUNTED.items()}
    return {**found, "kB": round(len(page.encode()) / 1000, 1)}


def ratios(times: dict) -> dict[str, dict[str, float]]:
    return {
        kind: {name: round(time / of[PLAIN], 2) for name, time in of.items() if name != PLAIN}
        for kind, of in times.items()
    }


def print_times(times: dict) -> None:
    print(f"{os.cpu_count()} processors; milliseconds of processor time for a page that is kept nowhere\n")
    rows = [
        [f"{kind}, {name}", f"{times[kind][name]:.1f}", f"{times[kind][PLAIN]:.1f}", f"{ratio:.2f}"]
        for kind, of in ratios(times).items()
        for name, ratio in of.items()
    ]
    print(results.table(["uncached, by kind of page", "ours", PLAIN, f"ratio (≤ {TARGET})"], rows) + "\n")


def print_shown(shown: dict) -> None:
    rows = [
        [f"{kind}, {name}", *of[project].values()]
        for kind, of in shown.items()
        for name, project in (("ours", RULE), ("plain", PLAIN))
    ]
    print(results.table(["what they show", *COUNTED, "kB"], rows) + "\n")


if __name__ == "__main__":
    main()
