"""How connections to the database are set up, from the environment."""

import pytest
from django.db import connection

from config import env as environment

POSTGRESQL = "postgres://kampung@127.0.0.1/kampung"


@pytest.fixture
def named(monkeypatch):
    """The settings of a database, given its address and other variables."""
    # The server's own entry point sets it for its process.
    monkeypatch.delenv("STATEMENT_TIMEOUT", raising=False)

    def read(address, **variables):
        for name, value in {"DATABASE_URL": address, **variables}.items():
            monkeypatch.setenv(name, value)
        return environment.database()

    return read


def test_sqlite_lets_people_read_while_somebody_writes_and_writers_wait(named):
    options = named("sqlite:////tmp/kampung.sqlite3")["OPTIONS"]
    assert options["transaction_mode"] == "IMMEDIATE" and options["timeout"] == 20
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "cache_size=-4000"):
        assert f"PRAGMA {pragma};" in options["init_command"]


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "sqlite", reason="asks SQLite itself")
def test_sqlite_takes_what_it_is_told():
    with connection.cursor() as cursor:
        found = {
            name: cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in ("synchronous", "cache_size")
        }
    assert found == {"synchronous": 1, "cache_size": -4_000}


def test_sqlite_keeps_connections(named):
    assert named("sqlite:////tmp/kampung.sqlite3")["CONN_MAX_AGE"] == 60


@pytest.mark.skipif(connection.vendor != "sqlite", reason="asks SQLite itself")
def test_sqlite_is_one_that_damages_nothing_where_several_processes_write():
    assert connection.Database.sqlite_version_info >= (3, 51, 3)


def test_postgresql_keeps_connections_and_asks_whether_they_still_stand(named):
    found = named(POSTGRESQL)
    assert found["CONN_MAX_AGE"] == 60 and found["CONN_HEALTH_CHECKS"]
    assert named(POSTGRESQL, CONN_MAX_AGE="0")["CONN_MAX_AGE"] == 0


def test_postgresql_ends_what_takes_too_long_and_knows_who_asks(named):
    options = named(POSTGRESQL, STATEMENT_TIMEOUT="5")["OPTIONS"]
    assert options["application_name"] == "smart-kampung" and options["connect_timeout"] == 5
    assert "-c statement_timeout=5000" in options["options"]


def test_migrations_and_commands_may_take_their_time(named):
    assert "statement_timeout" not in named(POSTGRESQL)["OPTIONS"]["options"]


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "postgresql", reason="asks PostgreSQL itself")
def test_postgresql_compiles_no_query():
    with connection.cursor() as cursor:
        assert cursor.execute("SHOW jit").fetchone() == ("off",)


def test_what_the_address_itself_says_of_a_connection_stays(named):
    options = named(f"{POSTGRESQL}?application_name=uji&sslmode=require")["OPTIONS"]
    assert options["application_name"] == "uji" and options["sslmode"] == "require"


def test_behind_a_pooler_no_cursor_stays_open(named):
    assert named(POSTGRESQL)["DISABLE_SERVER_SIDE_CURSORS"] is False
    found = named(POSTGRESQL, BEHIND_POOLER="true", STATEMENT_TIMEOUT="5")
    assert found["DISABLE_SERVER_SIDE_CURSORS"] is True and "options" not in found["OPTIONS"]


def test_the_cache_in_files_has_room_for_each_village_of_a_large_regency(monkeypatch):
    monkeypatch.delenv("CACHE_URL", raising=False)
    assert environment.cache()["OPTIONS"]["MAX_ENTRIES"] >= 10_000
