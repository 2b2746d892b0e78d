"""The application server alone: `python -m config.server --port 8001`. `manage.py serve` runs all of it.

Its first process imports none of the application, so that SIGHUP brings the code as it then stands.
"""

import ctypes
import os
from argparse import ArgumentParser

from granian import Granian
from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels

APPLICATION = "config.wsgi:application"
# A reader's connection is let go after so many seconds without a request, or with half of its header.
IDLE_SECONDS = 10
# One line of 64 KB, a whole page pasted into the search field, gets an answer; as much again for the rest.
HEADER_BYTES = 128 * 1024
# Connections of one worker, idle ones too; further ones wait in the queue of the system, which refuses more.
CONNECTIONS, QUEUE = 512, 1024
SEATS_PER_THREAD = 8
# Threads that no request of the application ever takes: they answer from the cache, and refuse.
FREE_THREADS = 2
STOP_SECONDS = 10
# Threads that each keep memory of their own leave most of it unused: two share it all, and what is large goes
# back to the system at once. Variables of GNU's C library, with the numbers of malloc.h that stand for them.
MEMORY = {
    "MALLOC_ARENA_MAX": (-8, 2),
    "MALLOC_MMAP_THRESHOLD_": (-3, 128 * 1024),
    "MALLOC_TRIM_THRESHOLD_": (-1, 128 * 1024),
}
# Between the start of a new worker and the end of the one that it replaces.
START_SECONDS = 30


def workers() -> int:
    """WEB_WORKERS, or one for each processor, between 2 and 4."""
    if given := os.environ.get("WEB_WORKERS"):
        return max(1, int(given))
    return min(4, max(2, os.cpu_count() or 1))


def threads() -> int:
    """WEB_THREADS: how many requests of the application one worker works on at once."""
    return max(1, int(os.environ.get("WEB_THREADS", "4")))


def seats() -> int:
    """How many it lets wait or be answered, before it refuses more (sites/waiting_room.py)."""
    return threads() * SEATS_PER_THREAD


def share_memory() -> None:
    """Let the threads of workers share their memory, as the environment says or as it is best here.

    Workers that are forked have what is set in this process; those that are spawned read the variables.
    Other C libraries know nothing of it, and are left as they are.
    """
    library = ctypes.CDLL(None)
    for name, (option, value) in MEMORY.items():
        wanted = int(os.environ.setdefault(name, str(value)))
        if hasattr(library, "mallopt"):
            library.mallopt(option, wanted)


def server(
    address: str, port: int, target: str = APPLICATION, blocking_threads: int | None = None
) -> Granian:
    share_memory()
    return Granian(
        target,
        address=address.strip("[]"),
        port=port,
        interface=Interfaces.WSGI,
        http=HTTPModes.http1,
        websockets=False,
        workers=workers(),
        blocking_threads=blocking_threads or seats() + FREE_THREADS,
        backlog=QUEUE,
        backpressure=CONNECTIONS,
        http1_settings=HTTP1Settings(header_read_timeout=IDLE_SECONDS * 1000, max_buffer_size=HEADER_BYTES),
        log_level=LogLevels(os.environ.get("LOG_LEVEL", "error")),
        respawn_failed_workers=True,
        respawn_interval=START_SECONDS,
        workers_kill_timeout=STOP_SECONDS,
        workers_max_rss=int(os.environ.get("WEB_MEMORY", "384")),
        rss_samples=2,
    )


def main() -> None:
    parser = ArgumentParser(description="Run the application server alone.")
    parser.add_argument("--bind", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=int(os.environ.get("PORT", "8000")))
    given = parser.parse_args()
    server(given.bind, given.port).serve()


if __name__ == "__main__":
    main()
