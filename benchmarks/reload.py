"""What readers notice while the server takes up new code: their answers until each worker is another one.

    .venv/bin/python -m benchmarks.reload

Four readers open a connection for each page, some of which are kept and some made for them.
"""

import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPException
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event

from benchmarks import results
from benchmarks.processes import children
from tests.journeys.support.crawl import ask
from tests.journeys.support.demo import fill_with_demo
from tests.journeys.support.server import ROOT, STOP_SECONDS, JourneyServer

PATHS = ("/", "/pengumuman/", "/layanan/", "/cari/?q=tari")
PAUSE_SECONDS, BEFORE_SECONDS, MOST_SECONDS = 0.01, 5, 180


def main() -> None:
    with TemporaryDirectory() as name, started(Path(name)) as (server, process):
        done, answers = Event(), Counter()
        with ThreadPoolExecutor(len(PATHS)) as readers:
            for path in PATHS:
                readers.submit(keep_reading, server, path, done, answers)
            try:
                time.sleep(BEFORE_SECONDS)
                taken = reload(process)
            finally:
                done.set()
    print(results.table(["", *answers, "seconds"], [["while it reloads", *answers.values(), round(taken)]]))
    print(results.write("reload", {"answers": answers, "seconds": round(taken, 1)}))


@contextmanager
def started(folder: Path) -> Iterator[tuple[JourneyServer, subprocess.Popen]]:
    server = JourneyServer(folder, f"sqlite:///{folder / 'db.sqlite3'}")
    fill_with_demo(server)
    command = [sys.executable, "manage.py", "serve"]
    process = subprocess.Popen(command, cwd=ROOT, env=server.environment, stdout=subprocess.DEVNULL)
    try:
        server.wait_until_it_answers(process)
        yield server, process
    finally:
        process.terminate()
        process.wait(STOP_SECONDS)


def keep_reading(server: JourneyServer, path: str, done: Event, answers: Counter) -> None:
    while not done.wait(PAUSE_SECONDS):
        try:
            answers[str(ask(server, server.url("kemiren.localhost") + path).status)] += 1
        except (OSError, HTTPException) as error:
            answers[type(error).__name__] += 1


def reload(process: subprocess.Popen) -> float:
    """Seconds from the signal until no worker of before is there."""
    before, start = workers(process.pid), time.monotonic()
    process.send_signal(signal.SIGHUP)
    while before & workers(process.pid):
        if time.monotonic() - start > MOST_SECONDS:
            raise RuntimeError(f"Workers of before are still there: {before & workers(process.pid)}")
        time.sleep(0.5)
    return time.monotonic() - start


def workers(parent: int) -> set[int]:
    """Processes of the application server, which is the first that `manage.py serve` starts."""
    return set(children(min(children(parent))))


if __name__ == "__main__":
    main()
