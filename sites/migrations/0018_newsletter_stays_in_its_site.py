"""The database itself refuses to give one site's letter to another site's subscriber.

PostgreSQL gets foreign keys of two columns. SQLite can't add those to a table that exists, so
triggers do the same there. A later migration that changes one of the three tables makes the table
anew on SQLite and loses its triggers: it must run `take_down` first and `put_up` afterwards.
"""

from django.db import migrations

PARENTS = {"letter_id": "sites_letter", "subscription_id": "sites_subscription"}
REFUSAL = "a letter of one site can not go to a subscriber of another"


def _keys(parent: str) -> tuple[str, str]:
    return f"{parent}_and_its_site", f"delivery_stays_with_{parent}"


def _postgresql_up() -> list[str]:
    found = []
    for column, parent in PARENTS.items():
        unique, foreign = _keys(parent)
        found += [
            f"ALTER TABLE {parent} ADD CONSTRAINT {unique} UNIQUE (id, site_id)",
            f"ALTER TABLE sites_delivery ADD CONSTRAINT {foreign} "
            f"FOREIGN KEY ({column}, site_id) REFERENCES {parent} (id, site_id)",
        ]
    return found


def _postgresql_down() -> list[str]:
    found = []
    for parent in PARENTS.values():
        unique, foreign = _keys(parent)
        found += [
            f"ALTER TABLE sites_delivery DROP CONSTRAINT {foreign}",
            f"ALTER TABLE {parent} DROP CONSTRAINT {unique}",
        ]
    return found


def _trigger(name: str, event: str, table: str, condition: str) -> str:
    return (
        f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW WHEN {condition} "
        f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
    )


def _sqlite_up() -> list[str]:
    belongs = " AND ".join(
        f"EXISTS (SELECT 1 FROM {parent} WHERE id = NEW.{column} AND site_id = NEW.site_id)"
        for column, parent in PARENTS.items()
    )
    moved = "NEW.site_id <> OLD.site_id AND EXISTS (SELECT 1 FROM sites_delivery WHERE {} = OLD.id)"
    return [
        _trigger("delivery_in_its_site", "INSERT", "sites_delivery", f"NOT ({belongs})"),
        _trigger("delivery_kept_in_its_site", "UPDATE", "sites_delivery", f"NOT ({belongs})"),
        *(
            _trigger(f"{parent}_keeps_its_site", "UPDATE OF site_id", parent, moved.format(column))
            for column, parent in PARENTS.items()
        ),
    ]


def _sqlite_down() -> list[str]:
    names = ["delivery_in_its_site", "delivery_kept_in_its_site"]
    names += [f"{parent}_keeps_its_site" for parent in PARENTS.values()]
    return [f"DROP TRIGGER {name}" for name in names]


UP = {"postgresql": _postgresql_up, "sqlite": _sqlite_up}
DOWN = {"postgresql": _postgresql_down, "sqlite": _sqlite_down}


def put_up(apps, schema_editor):
    for statement in UP[schema_editor.connection.vendor]():
        schema_editor.execute(statement)


def take_down(apps, schema_editor):
    for statement in DOWN[schema_editor.connection.vendor]():
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("sites", "0017_newsletter")]

    operations = [migrations.RunPython(put_up, take_down)]
