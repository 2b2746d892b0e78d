"""What a request changed in the database, and whether it was somebody else's."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import Model
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    GroupSitePermission,
    Page,
)

from sites.models import User

from .rows import stored_models
from .world import Part

WRITE = re.compile(r'\s*(?:INSERT (?:OR \w+ )?INTO|UPDATE|DELETE FROM)\s+"?(\w+)"?', re.IGNORECASE)
# Log-ins, not content.
UNWATCHED = {"django_session", "axes_accessattempt", "axes_accesslog", "axes_accessfailurelog"}
UNWATCHED_COLUMNS = {("sites_user", "last_login")}
# Nobody but provisioning changes what groups may do, in whatever village.
RIGHTS = {
    model._meta.db_table
    for model in (
        GroupPagePermission,
        GroupCollectionPermission,
        GroupSitePermission,
        Group.permissions.through,
        User.user_permissions.through,
    )
}
RANKS = {("sites_user", "is_superuser"), ("sites_user", "is_staff")}
# Columns that together name an object of any kind.
NAMED = {"object_id": ["content_type_id", "base_content_type_id"], "to_object_id": ["to_content_type_id"]}

Row = dict[str, Any]


@contextmanager
def written_tables() -> Iterator[set[str]]:
    """Collect the names of the tables that statements write to meanwhile."""
    names = set()

    def watch(execute, sql, params, many, context):
        if match := WRITE.match(sql):
            names.add(match[1].lower())
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        yield names


class Snapshot:
    """All rows as they were; `changes()` tells what has become of those of some parts of the world."""

    def __init__(self):
        self.models = {model._meta.db_table.lower(): model for model in stored_models()}
        self.before = {table: _rows(model) for table, model in self.models.items()}
        self.types = {row.pk: row.model_class() for row in ContentType.objects.all()}

    def changes(self, tables: set[str], foreign: list[Part], own: list[Part]) -> list[str]:
        """Say in words which rows of `foreign` changed, went, came, or are pointed at now."""
        walls = Walls(foreign, own, self.types)
        found = []
        for table in sorted(tables & self.models.keys() - UNWATCHED):
            model, before = self.models[table], self.before[table]
            after = _rows(model)
            for key in before.keys() | after.keys():
                found += _judge(walls, model, key, before.get(key), after.get(key))
        return found


class Walls:
    """What lies beyond the walls of somebody: rows by key, pages and collections by path."""

    def __init__(self, foreign: list[Part], own: list[Part], types: dict[int, type[Model]]):
        self.foreign, self.types = foreign, types
        self.paths = {Page: _page_roots(foreign), Collection: _collection_roots(foreign)}
        self.own_paths = {Page: _page_roots(own), Collection: _collection_roots(own)}

    def holds(self, model: type[Model], key) -> bool:
        return any(part.owns(model, key) for part in self.foreign)

    def mentions(self, model: type[Model], row: Row) -> list[str]:
        """Columns of a row that point at something foreign."""
        found = []
        for field in model._meta.concrete_fields:
            value = row.get(field.column)
            if value is not None and field.is_relation and self.holds(field.related_model, value):
                found.append(field.column)
        for column, kinds in NAMED.items():
            for kind in kinds:
                if row.get(kind) and row.get(column) and self._names(row[kind], row[column]):
                    found.append(column)
        path, roots = row.get("path"), self.paths.get(model, ())
        if roots and path.startswith(roots) and not path.startswith(self.own_paths[model] or ("-",)):
            found.append("path")
        return found

    def _names(self, type_id: int, key: str) -> bool:
        model = self.types.get(type_id)
        return model is not None and self.holds(model, model._meta.pk.to_python(key))


def _judge(walls: Walls, model, key, before: Row | None, after: Row | None) -> Iterator[str]:
    table = model._meta.db_table
    changed = [c for c in (after or before) if before is None or after is None or before[c] != after[c]]
    changed = [column for column in changed if (table, column) not in UNWATCHED_COLUMNS]
    if not changed:
        return
    label = f"{model._meta.label} {key}"
    if walls.holds(model, key):
        yield f"{label}: " + ("deleted" if after is None else f"changed {changed}")
    elif table in RIGHTS or (before and after and {(table, column) for column in changed} & RANKS):
        yield f"{label}: rights changed"
    elif after and (mentions := [c for c in walls.mentions(model, after) if c in changed]):
        yield f"{label}: {'new' if before is None else 'changed'}, points at somebody else's by {mentions}"


def _rows(model: type[Model]) -> dict[Any, Row]:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{model._meta.db_table}"')
        columns = [column[0] for column in cursor.description]
        key = columns.index(model._meta.pk.column)
        return {row[key]: dict(zip(columns, row, strict=True)) for row in cursor.fetchall()}


def _page_roots(parts: list[Part]) -> tuple[str, ...]:
    """The office's pages lie in the portal's tree: the longer path decides."""
    return tuple(p.pages["container"].path if "container" in p.pages else p.pages["home"].path for p in parts)


def _collection_roots(parts: list[Part]) -> tuple[str, ...]:
    return tuple(part.has.collection.path for part in parts)
