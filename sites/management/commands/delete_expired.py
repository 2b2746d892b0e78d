from sites.management.operators import OperatorCommand
from sites.models import FormerMember


class Command(OperatorCommand):
    help = "Delete what is kept for a time only: who left the team of a village more than a year ago."

    def handle(self, *, verbosity, **options):
        _rows, by_model = FormerMember.objects.expired().delete()
        if verbosity:
            self.stdout.write(f"{by_model.get(FormerMember._meta.label, 0)} former members deleted.")
