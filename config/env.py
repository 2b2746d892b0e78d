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
    if config["ENGINE"].endswith("sqlite3"):
        # Immediate transactions make a second writer wait instead of failing half-way.
        config["OPTIONS"] = {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-16000;",
        }
    else:
        config["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", default=60)
        config["CONN_HEALTH_CHECKS"] = True
    return config


def cache() -> dict:
    """Return Django's settings of the cache named by CACHE_URL.

    The default lives in files: it is shared by all worker processes of one
    machine, so that a village added in one worker is known to the others.
    """
    return env.cache_url("CACHE_URL", default=f"filecache://{DATA_DIR / 'cache'}")
