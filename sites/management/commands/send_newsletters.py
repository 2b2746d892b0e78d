from django.utils import timezone

from sites.management.operators import OperatorCommand
from sites.models import Delivery
from sites.newsletter.editions import make_due
from sites.newsletter.sending import send_due


class Command(OperatorCommand):
    help = (
        "Make the newsletters that are due and send a batch of what is queued, with answers to sign-ups. "
        "Run_schedule does it every few seconds; a run that was stopped is gone on with."
    )

    def add_arguments(self, parser):
        parser.add_argument("--seconds", type=float, help="Begin no further letter after so many seconds.")

    def handle(self, *, seconds, verbosity, **options):
        made = make_due(timezone.now())
        counts = send_due(timezone.now(), seconds)
        if verbosity:
            states = ", ".join(f"{counts[state]} {state.value}" for state in Delivery.State if counts[state])
            self.stdout.write(f"{made} letters made; deliveries: {states or 'none'}.")
