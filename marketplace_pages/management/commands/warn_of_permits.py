from django.core.management.base import BaseCommand

from marketplace_pages.permits.warnings import warn_of_permits


class Command(BaseCommand):
    help = "Write to the admins of villages about permits that run out within 60 days, once for each."

    def handle(self, **options):
        number = warn_of_permits()
        if options["verbosity"]:
            self.stdout.write(f"Permits told of: {number}.")
