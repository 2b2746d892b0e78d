"""The demo of a server: seeded as `make run` does it, or copied from one that was seeded before.

JOURNEY_DEMO names a folder that keeps the demo on SQLite for all runs and workers that are told of it.
"""

import fcntl
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from tests.journeys.support.server import JourneyServer


def fill_with_demo(server: JourneyServer) -> None:
    """Bring a server with an empty database to where it can be started."""
    kept = os.environ.get("JOURNEY_DEMO")
    if kept and server.environment["DATABASE_URL"].startswith("sqlite"):
        copy_demo(_kept_demo(Path(kept)), server)
    # Has next to nothing to do on a copy, as in the second `make run`.
    server.python("-m", "scripts.prepare")


def copy_demo(demo: Path, server: JourneyServer) -> None:
    """Copy all data; the addresses of the sites get the port of the new server."""
    folder = Path(server.environment["DATA_DIR"])
    # What is cached has the old port in it.
    shutil.copytree(demo, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("cache"))
    with closing(sqlite3.connect(folder / "db.sqlite3")) as database, database:
        database.execute("UPDATE wagtailcore_site SET port = ?", [server.port])


def _kept_demo(folder: Path) -> Path:
    """The demo in a folder, made there by the first who asks; the others wait."""
    demo, whole = folder / "demo", folder / "whole"
    demo.mkdir(parents=True, exist_ok=True)
    with _locked(folder / "lock"):
        if not whole.exists():
            JourneyServer(demo, f"sqlite:///{demo / 'db.sqlite3'}").python("-m", "scripts.prepare")
            whole.touch()
    return demo


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
