from services.handling.letters import queue_lost
from sites.management.operators import OperatorCommand


class Command(OperatorCommand):
    help = "Queue letters about requests anew that a worker lost, or that the mail server put off."

    def handle(self, **options):
        number = queue_lost()
        if options["verbosity"]:
            self.stdout.write(f"Queued again: {number}")
