from sites.management.operators import OperatorCommand
from sites.page_cache.wiring import files


class Command(OperatorCommand):
    help = "Remove kept pages that are a day old, and the oldest ones beyond the space they may take."

    def handle(self, *, verbosity, **options):
        removed = files().sweep()
        if verbosity:
            self.stdout.write(f"{removed} kept pages removed.")
