"""The same bytes from a bare WSGI function, on the application server of the project.

python -m benchmarks.bare PORT FILE      (FILE: what benchmarks.saved has kept)
"""

import pickle
import sys
from pathlib import Path

from config.server import server

SAVED = pickle.loads(Path(sys.argv[2]).read_bytes()) if len(sys.argv) > 2 else {}


def application(environ, start_response):
    coding = "br" if "br" in environ["HTTP_ACCEPT_ENCODING"] else "gzip"
    headers, body = SAVED[environ["HTTP_HOST"], environ["PATH_INFO"], coding]
    start_response("200 OK", headers)
    return [body]


if __name__ == "__main__":
    server("127.0.0.1", int(sys.argv[1]), "benchmarks.bare:application").serve()
