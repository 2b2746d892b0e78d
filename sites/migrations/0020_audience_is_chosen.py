"""For whom a page is says its author: until then nothing is chosen, not “only on the portal”."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("sites", "0019_indexes_of_the_schedule")]

    operations = [
        migrations.AlterField(
            model_name="announcementpage",
            name="audience",
            field=models.CharField(
                blank=True,
                choices=[
                    ("portal", "Only on the portal"),
                    ("all", "All villages"),
                    ("districts", "Villages of some districts (kecamatan)"),
                    ("villages", "Villages that I choose"),
                    ("desa", "Desa only"),
                    ("kelurahan", "Kelurahan only"),
                ],
                default="",
                max_length=10,
                verbose_name="for whom",
            ),
        ),
    ]
