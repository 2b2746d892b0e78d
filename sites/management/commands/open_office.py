from django.core.management.base import CommandError

from sites import provisioning
from sites.management.operators import OperatorCommand
from sites.models import Office


class Command(OperatorCommand):
    help = "Open one office's space on the portal: pages, collection, rights, workflow; safe to run again."

    def add_arguments(self, parser):
        parser.add_argument("--slug", required=True, help="Slug of the office, e.g. disbudpar.")
        parser.add_argument("--admin-email", default="", help="Who is invited as the first of its staff.")

    def handle(self, *, slug, admin_email, **options):
        office = Office.objects.filter(slug=slug.strip()).first()
        if office is None:
            raise CommandError(f"There is no office with the slug {slug}. Check the slug, or import offices.")
        try:
            page, created = provisioning.open_office(office, admin_email)
        except provisioning.ProvisioningError as error:
            raise CommandError(str(error)) from error
        verb = "opened" if created else "already open"
        self.stdout.write(self.style.SUCCESS(f"{office} {verb}: {page.full_url}"))
