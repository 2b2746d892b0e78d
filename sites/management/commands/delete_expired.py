from sites.management.operators import OperatorCommand
from sites.models import FormerMember, PageViews

KINDS = {FormerMember: "former members", PageViews: "counts of views"}


class Command(OperatorCommand):
    help = (
        "Delete what is kept for a time only: who left the team of a village more than a year ago, "
        "and old counts of how often shared pages were opened."
    )

    def handle(self, *, verbosity, **options):
        for model, name in KINDS.items():
            _rows, by_model = model.objects.expired().delete()
            if verbosity:
                self.stdout.write(f"{by_model.get(model._meta.label, 0)} {name} deleted.")
