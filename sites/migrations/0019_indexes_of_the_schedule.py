"""Indexes for what the schedule asks at each look, and for what it deletes.

An index is added beside its table, on SQLite, too: the triggers of 0018 stay where they are.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("sites", "0018_newsletter_stays_in_its_site")]

    operations = [
        migrations.AddIndex(
            model_name="delivery",
            index=models.Index(fields=["due_at"], name="delivery_age"),
        ),
        migrations.AddIndex(
            model_name="pageviews",
            index=models.Index(fields=["day"], name="page_views_age"),
        ),
        migrations.AddIndex(
            model_name="subscription",
            index=models.Index(
                condition=models.Q(("confirmed_at__isnull", False), ("deactivated_at__isnull", True)),
                fields=["site", "frequency", "read_until"],
                name="oldest_reader",
            ),
        ),
        migrations.AddIndex(
            model_name="subscription",
            index=models.Index(
                condition=models.Q(
                    ("answered_at__isnull", True), ("answered_at__lt", models.F("asked_at")), _connector="OR"
                ),
                fields=["asked_at"],
                name="unanswered_sign_up",
            ),
        ),
        migrations.AddIndex(
            model_name="subscription",
            index=models.Index(fields=["answered_at"], name="answer_pace"),
        ),
    ]
