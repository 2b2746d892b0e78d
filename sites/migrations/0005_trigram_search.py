from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations


class Migration(migrations.Migration):
    """Similar words are found by PostgreSQL's pg_trgm; on SQLite there is nothing to do."""

    dependencies = [("sites", "0004_home_parts_and_closed_days")]

    operations = [TrigramExtension()]
