"""On PostgreSQL, one index over what searches compare: the words of title and text together.

Wagtail has an index of each, but asks for both at once, which neither answers: every search read the
whole table, and the planner could not know how many rows it would find.
"""

from django.db import migrations

INDEX = "search_words"


def add_index(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        table = apps.get_model("wagtailsearch", "IndexEntry")._meta.db_table
        schema_editor.execute(f"CREATE INDEX {INDEX} ON {table} USING gin ((title || body))")


def remove_index(_apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"DROP INDEX IF EXISTS {INDEX}")


class Migration(migrations.Migration):
    dependencies = [
        ("sites", "0021_related_pages"),
        ("wagtailsearch", "0010_add_text_fields"),
    ]
    operations = [migrations.RunPython(add_index, remove_index)]
