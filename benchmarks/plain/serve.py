"""Serve the plain project on our application server, from within its folder; the argument is the port."""

import sys

from config.server import server, threads

if __name__ == "__main__":
    server("127.0.0.1", int(sys.argv[1]), "plain.wsgi:application", threads()).serve()
