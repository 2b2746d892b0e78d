from django.core.management.base import CommandError

from sites import provisioning
from sites.management.operators import OperatorCommand
from sites.models import Village


class Command(OperatorCommand):
    help = "Close a village's site (its host then leads to the portal), or open it again; deletes nothing."

    def add_arguments(self, parser):
        parser.add_argument("--code", required=True)
        parser.add_argument("--reopen", action="store_true")

    def handle(self, *, code, reopen, **options):
        try:
            village = Village.objects.get(code=code)
            (provisioning.reopen_village if reopen else provisioning.close_village)(village)
        except Village.DoesNotExist as error:
            raise CommandError(f"There is no village with the code {code}.") from error
        except provisioning.ProvisioningError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(self.style.SUCCESS(f"{village} is {'open' if reopen else 'closed'}."))
