"""Processor time of pages of one project, in a process of its own that benchmarks.uncached starts and asks.

python -m benchmarks.timed MODULE      (MODULE has the WSGI `application`)

A line of JSON on standard input names a page and how often to make it; one with the answer comes back.
"""

import json
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from io import BytesIO
from time import process_time


def main() -> None:
    application = import_module(sys.argv[1]).application
    for line in sys.stdin:
        print(json.dumps(answer(application, **json.loads(line))), flush=True)


def answer(application: Callable, host: str, path: str, times: int, forgets: bool, other: str | None) -> dict:
    """Milliseconds of each time and the page.

    With `forgets`, nothing is remembered at the start of each but what the page at `other` needs, if one is
    given.
    """
    status, body = ask(application, host, path)
    taken = []
    for _time in range(times):
        if forgets:
            forget()
        if other:
            ask(application, host, other)
        before = process_time()
        ask(application, host, path)
        taken.append((process_time() - before) * 1000)
    return {"status": status, "page": body.decode(), "milliseconds": taken}


def ask(application: Callable, host: str, path: str) -> tuple[str, bytes]:
    given = []
    environ = {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": path,
        "QUERY_STRING": "",
        "REMOTE_ADDR": "127.0.0.1",
        "SERVER_NAME": host,
        "SERVER_PORT": "80",
        "HTTP_HOST": host,
        "HTTP_ACCEPT": "text/html",
        "HTTP_ACCEPT_LANGUAGE": "id",
        "wsgi.input": BytesIO(),
        "wsgi.errors": sys.stderr,
        "wsgi.url_scheme": "http",
        "wsgi.multithread": True,
    }
    parts = application(environ, lambda status, headers, exc_info=None: given.append(status))
    body = b"".join(parts)
    with suppress(AttributeError):
        parts.close()
    return given[0], body


def forget() -> None:
    from django.core.cache import caches

    caches["parts"].clear()


if __name__ == "__main__":
    main()
