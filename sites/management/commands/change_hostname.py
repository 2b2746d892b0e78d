from django.core.management.base import CommandError

from sites import provisioning
from sites.management.operators import OperatorCommand
from sites.models import Village


class Command(OperatorCommand):
    help = "Serve a village under another host; its old host leads there from then on."

    def add_arguments(self, parser):
        parser.add_argument("--code", required=True)
        parser.add_argument("--hostname", required=True)

    def handle(self, *, code, hostname, **options):
        try:
            village = Village.objects.get(code=code)
            provisioning.change_hostname(village, hostname)
        except Village.DoesNotExist as error:
            raise CommandError(f"There is no village with the code {code}.") from error
        except provisioning.ProvisioningError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(self.style.SUCCESS(f"{village}: {village.site.root_url}"))
