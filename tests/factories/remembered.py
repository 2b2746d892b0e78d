"""What a step writes into the database, remembered, so that later tests get the same rows without it.

Making a portal and a village takes hundreds of queries, nearly every test begins with them, and
the rows they leave are always the same: so they are read off once and written again.
"""

from collections import defaultdict
from collections.abc import Callable
from copy import deepcopy
from datetime import datetime, time
from functools import wraps
from itertools import chain
from typing import Any

from django.db import IntegrityError, connection, transaction
from django.db.models import Model
from wagtail.models import Site

from tests.isolation.rows import stored_models

# On how many states of the database a fixture is remembered; it is done in earnest on all others.
MOST_STATES = 2

Row = tuple[Any, ...]
Rows = dict[Any, Row]  # by primary key
Step = Callable[[], Model]


class OtherStateError(Exception):
    """The database is not as it was when the step was remembered."""


class Table:
    """The table of a model, its rows as they are stored, and the few queries asked of it."""

    def __init__(self, model: type[Model]):
        quote = connection.ops.quote_name
        fields = model._meta.local_concrete_fields
        self.name, self.key = quote(model._meta.db_table), quote(model._meta.pk.column)
        self.place_of_key = fields.index(model._meta.pk)
        self.columns = ", ".join(quote(field.column) for field in fields)
        self.width = len(fields)

    def rows(self) -> Rows:
        return self._read("")

    def rows_of(self, keys: list) -> Rows:
        return self._read(f"WHERE {self.key} IN ({_marks(len(keys))})", keys)

    def delete(self, keys: list) -> None:
        self._run(f"DELETE FROM {self.name} WHERE {self.key} IN ({_marks(len(keys))})", keys)

    def insert(self, rows: list[Row]) -> None:
        values = ", ".join([f"({_marks(self.width)})"] * len(rows))
        self._run(f"INSERT INTO {self.name} ({self.columns}) VALUES {values}", [*chain(*rows)])

    def _read(self, condition: str, values=()) -> Rows:
        found = self._run(f"SELECT {self.columns} FROM {self.name} {condition}", values, read=True)
        rows = [tuple(map(_as_written, row)) for row in found]
        return {row[self.place_of_key]: row for row in rows}

    def _run(self, query: str, values, read: bool = False) -> list[Row]:
        with connection.cursor() as cursor:
            cursor.execute(query, values)
            return cursor.fetchall() if read else []


def _marks(number: int) -> str:
    return ", ".join(["%s"] * number)


def _as_written(value: Any) -> Any:
    """A value as it goes back into the table it was read from."""
    if isinstance(value, time):
        return connection.ops.adapt_timefield_value(value)
    return connection.ops.adapt_datetimefield_value(value) if isinstance(value, datetime) else value


class Change:
    """What a step did to one table: rows it took away or altered, as they were, and rows it left."""

    def __init__(self, table: Table, before: Rows, after: Rows):
        self.table = table
        self.old = {key: row for key, row in before.items() if after.get(key) != row}
        self.new = {key: row for key, row in after.items() if before.get(key) != row}

    def repeat(self) -> None:
        if self.old:
            if self.table.rows_of(list(self.old)) != self.old:
                raise OtherStateError
            self.table.delete(list(self.old))
        if self.new:
            self.table.insert(list(self.new.values()))


class Remembered:
    """One step, what came out of it and what it did when it was done in earnest."""

    def __init__(self, step: Callable[[], Any]):
        tables = [Table(model) for model in stored_models()]
        before = [table.rows() for table in tables]
        self.made = step()
        changes = [Change(table, rows, table.rows()) for table, rows in zip(tables, before, strict=True)]
        # What was there already comes first: it tells soonest that the state is another one.
        self.changes = sorted((c for c in changes if c.old or c.new), key=lambda change: not change.old)

    def repeat(self) -> None:
        """Write the same rows; raise OtherStateError or IntegrityError when they don't fit."""
        with transaction.atomic():
            for change in self.changes:
                change.repeat()
        Site.clear_site_root_paths_cache()


class Beginnings:
    """Steps by name, each remembered on every state it was learnt on."""

    def __init__(self, **steps: Step):
        self.steps = steps
        self.known: defaultdict[str, list[Remembered]] = defaultdict(list)

    def learn(self, name: str) -> None:
        self.known[name].append(Remembered(self.steps[name]))

    def make(self, name: str) -> Model:
        """Repeat a step where it fits; else do it."""
        for remembered in self.known[name]:
            try:
                remembered.repeat()
            except (OtherStateError, IntegrityError):
                continue
            return type(remembered.made)._default_manager.get(pk=remembered.made.pk)
        return self.steps[name]()


def remembered(fixture: Callable) -> Callable:
    """Let a fixture make its rows once, and write them again for the tests that come after.

    For fixtures that take long, and leave nothing but rows: no files, nothing patched, no time that counts.
    """
    known: list[tuple[Remembered, Any]] = []

    @wraps(fixture)
    def make(**given):
        for step, made in known:
            try:
                step.repeat()
            except (OtherStateError, IntegrityError):
                continue
            return deepcopy(made)
        if len(known) == MOST_STATES:
            return fixture(**given)
        step = Remembered(lambda: fixture(**given))
        known.append((step, deepcopy(step.made)))
        return step.made

    return make
