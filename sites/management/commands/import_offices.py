from pathlib import Path

from django.core.management.base import CommandError

from sites import provisioning
from sites.management.operators import OperatorCommand


class Command(OperatorCommand):
    help = "Read the offices of the regency (JSON, see data/offices.json); safe to run again."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)

    def handle(self, *, file, **options):
        try:
            number = provisioning.import_offices(file)
        except provisioning.ProvisioningError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(self.style.SUCCESS(f"{number} offices."))
