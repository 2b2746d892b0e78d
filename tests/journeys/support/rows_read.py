"""Print, as JSON, what pages of the demo read that nobody has said they read, and which ask too often.

That is: rows whose change would not overtake a kept copy of the page, and parameters that would not reach it;
queries beyond the budget, where what its pages have in common is remembered.
Runs on the data of a server of the journeys, and makes each page as the page cache would.
"""

import io
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

import django
from django.core.cache import caches
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.db.models import Model
from django.http import QueryDict

QUERIES = 12


def main() -> None:
    django.setup()
    from tests.journeys.support.pages import SAMPLES

    handler, found = WSGIHandler(), {}
    for host, path in sorted({(sample.host, sample.path) for sample in SAMPLES if "{" not in sample.path}):
        hostname = f"{host}.localhost" if host else "localhost"
        if faults := faults_of(handler, hostname, path) | too_many(handler, hostname, path):
            found[host + path] = sorted(faults)
    json.dump(found, sys.stdout)


def faults_of(handler, hostname: str, path: str) -> set[str]:
    from django.conf import settings

    from sites.page_cache.changes import seen
    from sites.page_cache.making import ask
    from sites.page_cache.owners import EVERYTHING, names_of

    # What is remembered of another page is not read.
    caches["parts"].clear()
    with watched_rows() as rows, watched_parameters() as parameters:
        held = ask(handler, environ_of(f"{hostname}:{settings.PORT}", path))
        held.read()
    names, declared = set(held.names(EVERYTHING)), parameters["declared"]
    if not names:
        return set()
    faults = {f"reads the parameter {name}" for name in parameters["read"] - declared}
    if EVERYTHING in names:
        return faults
    # Links are made and removed with the page they start from, which tells of it.
    models = {model for model in seen() if not model._meta.auto_created}
    shown = [row for row in rows if type(row) in models]
    return faults | {f"{type(row).__name__} {row.pk}" for row in shown if not names & names_of(row)}


def too_many(handler, hostname: str, path: str) -> set[str]:
    """The queries of a page, if they are more than the budget of all pages."""
    from django.conf import settings

    from sites.page_cache.making import ask

    number = 0

    def counted(execute, *args):
        nonlocal number
        number += 1
        return execute(*args)

    environ = environ_of(f"{hostname}:{settings.PORT}", path)
    with connection.execute_wrapper(counted):
        ask(handler, environ).read()
    return {f"{number} queries"} if number > QUERIES else set()


@contextmanager
def watched_rows() -> Iterator[list[Model]]:
    """All rows that are read, as they come from the database."""
    found, usual = [], Model.from_db.__func__

    def from_db(model, *values):
        found.append(usual(model, *values))
        return found[-1]

    with patch.object(Model, "from_db", classmethod(from_db)):
        yield found


@contextmanager
def watched_parameters() -> Iterator[dict[str, set[str]]]:
    """The parameters that a page declares, and those that it asks for."""
    from sites import views

    found, queries, narrow = {"declared": set(), "read": set()}, [], views.narrow

    def watched_narrow(request, names):
        found["declared"] |= names
        narrow(request, names)
        queries.append(request.GET)

    def watch(name: str):
        usual = getattr(QueryDict, name)

        def method(query, key, *default):
            if any(query is one for one in queries):
                found["read"].add(key)
            return usual(query, key, *default)

        return patch.object(QueryDict, name, method)

    with patch.object(views, "narrow", watched_narrow), watch("get"), watch("getlist"), watch("__getitem__"):
        yield found


def environ_of(host: str, address: str) -> dict:
    path, _, query = address.partition("?")
    name, _, port = host.partition(":")
    environ = {"REQUEST_METHOD": "GET", "SCRIPT_NAME": "", "PATH_INFO": path, "QUERY_STRING": query}
    environ |= {"HTTP_HOST": host, "SERVER_NAME": name, "SERVER_PORT": port, "SERVER_PROTOCOL": "HTTP/1.1"}
    environ |= {"REMOTE_ADDR": "127.0.0.1", "wsgi.url_scheme": "http"}
    return environ | {"wsgi.input": io.BytesIO(), "wsgi.errors": sys.stderr}


if __name__ == "__main__":
    main()
