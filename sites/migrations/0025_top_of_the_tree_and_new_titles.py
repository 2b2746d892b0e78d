"""On PostgreSQL, small indexes over few rows of large tables that are asked for again and again.

The root of the tree and the containers below it, which the explorer and provisioning look for by their depth;
and entries of the search whose title has not been compared with others yet, which each saved page looks for.
"""

from django.db import migrations

TOP, NEW_TITLES = "sites_top_of_the_tree", "search_new_titles"


def add_indexes(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        entries = apps.get_model("wagtailsearch", "IndexEntry")._meta.db_table
        schema_editor.execute(f"CREATE INDEX {TOP} ON wagtailcore_page (depth, path) WHERE depth <= 2")
        schema_editor.execute(f"CREATE INDEX {NEW_TITLES} ON {entries} (id) WHERE title_norm = 1.0")


def remove_indexes(_apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for name in (TOP, NEW_TITLES):
            schema_editor.execute(f"DROP INDEX IF EXISTS {name}")


class Migration(migrations.Migration):
    dependencies = [
        ("sites", "0024_pages_by_container"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtailsearch", "0010_add_text_fields"),
    ]
    operations = [migrations.RunPython(add_indexes, remove_indexes)]
