from django.core.management.base import CommandError

from sites import provisioning
from sites.management.operators import OperatorCommand


class Command(OperatorCommand):
    help = "Create one village's site, pages, collection, rights and workflow; safe to run again."

    def add_arguments(self, parser):
        parser.add_argument("--code", required=True, help="Official code, e.g. 35.10.15.2004.")
        parser.add_argument("--hostname", required=True, help="Host of the site, e.g. kemiren.desa.id.")
        parser.add_argument("--admin-email", default="", help="Who is invited to look after the site.")

    def handle(self, *, code, hostname, admin_email, **options):
        try:
            village, created = provisioning.create_village(code, hostname, admin_email)
        except provisioning.ProvisioningError as error:
            raise CommandError(str(error)) from error
        verb = "created" if created else "already there"
        self.stdout.write(self.style.SUCCESS(f"{village} {verb}: {village.url}"))
