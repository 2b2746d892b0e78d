from django.core.management import call_command

from culture.tasks import QUEUE
from sites.management.operators import OperatorCommand

# How long one sees in the database what the queue has done.
KEPT_DAYS = 7


class Command(OperatorCommand):
    help = f"Delete what the queue of letters has done with, after {KEPT_DAYS} days."

    def handle(self, **options):
        # The arguments as on a command line: their checks look at the defaults, too, if they are left out.
        kept = [f"--backend={QUEUE}", f"--min-age-days={KEPT_DAYS}"]
        call_command("prune_db_task_results", *kept, verbosity=options["verbosity"])
