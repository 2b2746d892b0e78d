"""Copies of one database at several sizes, so that all of them are measured in turns. PostgreSQL only."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.cache import cache
from django.db import connection, connections


def keep(name: str) -> None:
    """Copy the database as it is now."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    source = connection.settings_dict["NAME"]
    connection.close()
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{source}"')


def drop(names: list[str]) -> None:
    with connection._nodb_cursor() as cursor:
        for name in names:
            cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')


def size(name: str) -> int:
    """Bytes on disk."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_database_size(%s)", [name])
        return cursor.fetchone()[0]


class Copies:
    """Connections to all copies, kept open; each has a part of the cache of its own."""

    def __init__(self, names: list[str]):
        self.original = connections["default"]
        self.connections = {name: self._connect(name) for name in names}

    def _connect(self, name: str):
        made = connections.create_connection("default")
        made.settings_dict = {**made.settings_dict, "NAME": name, "CONN_MAX_AGE": None}
        return made

    @contextmanager
    def using(self, name: str) -> Iterator[None]:
        """Let everything in this thread that asks the database ask this copy."""
        connections["default"], cache.key_prefix = self.connections[name], name
        try:
            yield
        finally:
            connections["default"], cache.key_prefix = self.original, ""

    def close(self) -> None:
        for one in self.connections.values():
            one.close()
