"""Copies of the tests' empty database, which other processes can open, too."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from django.db import connection
from psycopg import sql

ROOT = Path(__file__).resolve().parents[3]


@contextmanager
def empty_database(folder: Path) -> Iterator[str]:
    """Yield the address of a migrated database without content; no test may be within one meanwhile."""
    if connection.vendor == "sqlite":
        path = folder / "empty.sqlite3"
        connection.ensure_connection()
        target = sqlite3.connect(path)
        connection.connection.backup(target)
        target.close()
        yield f"sqlite:///{path}"
        return
    template = connection.settings_dict["NAME"]
    # PostgreSQL copies only what nobody is connected to.
    connection.close()
    with _created(f"{template}_empty", template) as address:
        yield address


def run(module: str, address: str, folder: Path, *arguments: str) -> str:
    """Run a module in a process of its own on a database; what it prints."""
    own = {"DATABASE_URL": address, "DATA_DIR": str(folder), "DJANGO_SETTINGS_MODULE": "config.settings.test"}
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **own}, stdout=subprocess.PIPE, text=True, check=True
    )
    return done.stdout


@contextmanager
def copy_of(address: str, folder: Path) -> Iterator[str]:
    """Yield the address of a copy of a database that no process uses."""
    if connection.vendor == "sqlite":
        path = shutil.copy(urlsplit(address).path, folder / "copy.sqlite3")
        yield f"sqlite:///{path}"
        return
    template = urlsplit(address).path.strip("/")
    with _created(f"{template}_copy", template) as copied:
        yield copied


@contextmanager
def _created(name: str, template: str) -> Iterator[str]:
    server = os.environ["DATABASE_URL"]
    with psycopg.connect(server, autocommit=True) as administration:
        create = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
        administration.execute(create.format(sql.Identifier(name), sql.Identifier(template)))
        try:
            yield urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
        finally:
            administration.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
