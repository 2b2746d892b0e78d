from django.core.management.base import CommandError

from sites import provisioning
from sites.management.operators import OperatorCommand


class Command(OperatorCommand):
    help = "Create the regency portal, its home pages and the staff group; safe to run again."

    def add_arguments(self, parser):
        parser.add_argument("--hostname", help="Host of the portal; by default PORTAL_HOSTNAME.")

    def handle(self, *, hostname, **options):
        try:
            site, created = provisioning.create_portal(hostname)
        except provisioning.ProvisioningError as error:
            raise CommandError(str(error)) from error
        verb = "created" if created else "already there"
        self.stdout.write(self.style.SUCCESS(f"Portal {verb}: {site.root_url}"))
