"""Which rows of the database belong to which owner: those that were made while the owner was filled in."""

from collections import defaultdict
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.models import Model

# Full-text tables of SQLite: no rows of their own, they follow the search index.
VIRTUAL = {"wagtailsearch.SQLiteFTSIndexEntry"}

# Rows that all villages share, whoever happened to need one first.
SHARED = {"wagtailcore.Locale", "contenttypes.ContentType", "auth.Permission"}

Keys = dict[type[Model], set]


def stored_models() -> list[type[Model]]:
    """Every model with a table of its own, those between two models as well."""
    found = [m for m in apps.get_models(include_auto_created=True) if m._meta.managed]
    there = set(connection.introspection.table_names())
    return [m for m in found if m._meta.label not in VIRTUAL and m._meta.db_table in there]


def all_keys() -> Keys:
    """Keys of every row that may be somebody's."""
    models = [model for model in stored_models() if model._meta.label not in SHARED]
    return {model: set(model._base_manager.values_list("pk", flat=True)) for model in models}


@contextmanager
def recorded(rows: Keys):
    """Add to `rows` the keys of everything that is made meanwhile."""
    before = all_keys()
    yield
    for model, keys in all_keys().items():
        rows[model] |= keys - before[model]


def no_rows() -> Keys:
    return defaultdict(set)


def one_of_each(rows: Keys) -> list[Any]:
    """One key of each model, for an address of which nobody knows what it names."""
    return sorted({min(keys) for keys in rows.values() if keys}, key=str)
