from marketplace_pages.entries import drop_ended_permits
from sites.management.operators import OperatorCommand


class Command(OperatorCommand):
    help = "Let the market find no product any longer by a permit that has ended."

    def handle(self, **options):
        number = drop_ended_permits()
        if options["verbosity"]:
            self.stdout.write(f"Products looked through: {number}")
