"""One run of wrk, and the median of several."""

import json
import subprocess
from pathlib import Path
from statistics import median
from typing import NamedTuple

SCRIPT = Path(__file__).parent / "walk.lua"


class Load(NamedTuple):
    """What came of a run: pages in a second, latencies in milliseconds, and how many requests failed.

    Latencies are those of all requests, also of those that were refused, which takes no time.
    """

    per_second: float
    p50: float
    p95: float
    p99: float
    requests: int
    refused: int
    broken: int


def run(port: int, pages: Path, connections: int, seconds: float) -> Load:
    """Ask 127.0.0.1 for the listed pages over and over, with one thread of wrk on the same machine."""
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds:g}s", "--timeout", "30s", "-s", str(SCRIPT)]
    done = subprocess.run(
        [*command, f"http://127.0.0.1:{port}/", "--", str(pages)], capture_output=True, text=True, check=True
    )
    found = json.loads(done.stdout.splitlines()[-1])
    times = [found[name] / 1000 for name in ("p50", "p95", "p99")]
    # What was refused is no page.
    pages_sent = found["requests"] - found["refused"]
    return Load(pages_sent / found["seconds"], *times, found["requests"], found["refused"], found["broken"])


def middle(loads: list[Load]) -> Load:
    """The median of each figure; what failed is added up."""
    *figures, requests, refused, broken = zip(*loads, strict=True)
    return Load(*(median(figure) for figure in figures), sum(requests), sum(refused), sum(broken))
