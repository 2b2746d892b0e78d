"""Typed reads of the environment; every setting an operator may change goes through here."""

import secrets
from pathlib import Path

import environ

env = environ.Env()

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = Path(env.str("DATA_DIR", default=str(BASE_DIR / "var"))).resolve()


def secret_key() -> str:
    """Return SECRET_KEY, or one made once and kept in the data folder.

    A kept key lets a single machine run without configuration and still keep
    its sessions over a restart. The file is readable by its owner only.
    """
    if given := env.str("SECRET_KEY", default=""):
        return given
    path = DATA_DIR / "secret_key"
    if not path.exists():
        DATA_DIR.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600, exist_ok=True)
        if not path.read_text():
            path.write_text(secrets.token_urlsafe(50))
    return path.read_text().strip()


def root_url(hostname: str, port: int) -> str:
    """Return the address of a host the way Wagtail's sites write theirs."""
    scheme = "https" if port == 443 else "http"
    return f"{scheme}://{hostname}" + ("" if port in (80, 443) else f":{port}")


def database() -> dict:
    """Return Django's settings of the database named by DATABASE_URL (SQLite when unset)."""
    config = env.db_url("DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'db.sqlite3'}")
    return config | (_sqlite() if config["ENGINE"].endswith("sqlite3") else _postgresql(config))


def _sqlite() -> dict:
    pragmas = {
        # Readers go on while somebody writes.
        "journal_mode": "WAL",
        # With WAL it loses nothing but the last moments, and only when the power fails.
        "synchronous": "NORMAL",
        # In KiB when negative; each connection has its own.
        "cache_size": -4_000,
    }
    # Immediate transactions make a second writer wait instead of failing half-way.
    options = {"timeout": 20, "transaction_mode": "IMMEDIATE"}
    options["init_command"] = " ".join(f"PRAGMA {name}={value};" for name, value in pragmas.items())
    # A new connection first reads what tables and indexes there are.
    return {"CONN_MAX_AGE": env.int("CONN_MAX_AGE", default=60), "OPTIONS": options}


def _postgresql(config: dict) -> dict:
    """What the address itself says of a connection stays.

    STATEMENT_TIMEOUT is in seconds, 0 for none: migrations and commands may take their time, config/wsgi.py
    sets one for the pages. Behind a pooler such as pgbouncer each transaction gets another connection, where
    no cursor is open, and settings at its start are refused.
    """
    seconds, behind_pooler = env.int("STATEMENT_TIMEOUT", default=0), env.bool("BEHIND_POOLER", default=False)
    # A server that does not even refuse must not hold the threads of all pages.
    options = {"application_name": "smart-kampung", "connect_timeout": 5}
    if not behind_pooler:
        # To compile a query takes longer than any of ours runs.
        limit = f" -c statement_timeout={seconds * 1000}" if seconds else ""
        options["options"] = f"-c jit=off{limit}"
    return {
        "CONN_MAX_AGE": env.int("CONN_MAX_AGE", default=60),
        "CONN_HEALTH_CHECKS": True,
        "DISABLE_SERVER_SIDE_CURSORS": behind_pooler,
        "OPTIONS": options | config.get("OPTIONS", {}),
    }


def cache() -> dict:
    """Return Django's settings of the cache named by CACHE_URL.

    The default lives in files: it is shared by all worker processes of one
    machine, so that a village added in one worker is known to the others. It has room for some entries for
    each village and office, where 300 are usual. Each one that is written lists all there are, so that a
    machine for thousands of villages does better with Redis.
    """
    config = env.cache_url("CACHE_URL", default=f"filecache://{DATA_DIR / 'cache'}")
    if config["BACKEND"].endswith("FileBasedCache"):
        config.setdefault("OPTIONS", {})["MAX_ENTRIES"] = 20_000
    return config


def memory() -> dict:
    """Django's settings of the parts of pages that each process remembers; the least used ones go.

    A part takes 4 kB on average. Changes overtake it at once; what a program has changed without telling
    shows when the time is over, and that of the pages that were made of it (page_cache/making.py).
    """
    return {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "parts",
        "TIMEOUT": 1800,
        "OPTIONS": {"MAX_ENTRIES": env.int("PARTS_REMEMBERED", default=1000)},
    }
