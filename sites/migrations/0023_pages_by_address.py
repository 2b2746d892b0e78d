from django.db import migrations

INDEX = "sites_page_by_address"


def add_index(apps, schema_editor):
    """Each page that readers open is looked for by its address, among those of all villages."""
    # By checksum: PostgreSQL's usual kind takes no address longer than 2,700 letters.
    kind = "USING hash" if schema_editor.connection.vendor == "postgresql" else ""
    schema_editor.execute(f"CREATE INDEX {INDEX} ON wagtailcore_page {kind} (url_path)")


def drop_index(apps, schema_editor):
    schema_editor.execute(f"DROP INDEX IF EXISTS {INDEX}")


class Migration(migrations.Migration):
    dependencies = [
        ("sites", "0022_words_of_the_search_index"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [migrations.RunPython(add_index, drop_index)]
