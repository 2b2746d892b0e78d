from pathlib import Path

from django.core.management.base import CommandError

from sites import provisioning
from sites.management.operators import OperatorCommand


class Command(OperatorCommand):
    help = "Read the official register of villages (CSV: code, name, kind, district); safe to run again."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--coordinates", type=Path, help="CSV with code, latitude, longitude.")

    def handle(self, *, file, coordinates, **options):
        try:
            added, changed = provisioning.import_villages(file, coordinates)
        except provisioning.ProvisioningError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(self.style.SUCCESS(f"{added} villages added, {changed} changed."))
