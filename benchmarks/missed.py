"""The project where each request misses the page cache: no page is kept whole, parts of pages are.

PAGE_CACHE=off python -m benchmarks.missed PORT

The layer that keeps pages marks each request for which it asks Django (sites/page_cache/making.py); what the
pages of a site have in common is remembered for such requests only. Without the layer, this marks them.
"""

import sys
from collections.abc import Callable, Iterable

from config.server import server
from config.wsgi import application as django
from sites.page_cache.marks import MARK, Mark


def application(environ: dict, start_response: Callable) -> Iterable[bytes]:
    return django({**environ, MARK: Mark()}, start_response)


if __name__ == "__main__":
    server("127.0.0.1", int(sys.argv[1]), "benchmarks.missed:application").serve()
