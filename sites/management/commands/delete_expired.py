from sites.management.operators import OperatorCommand
from sites.models import Delivery, FormerMember, Letter, PageViews, SignUpTally, Subscription

# What people call it in the report of the command.
KEPT_FOR_A_TIME = {
    FormerMember: "former members",
    Subscription: "subscribers",
    Delivery: "deliveries",
    Letter: "letters",
    SignUpTally: "tallies of sign-ups",
    PageViews: "counts of views",
}


class Command(OperatorCommand):
    help = (
        "Delete what is kept for a time only: who left the team of a village more than a year ago, "
        "of the newsletter who never confirmed or can't be reached, letters of long ago, and old "
        "counts of how often shared pages were opened."
    )

    def handle(self, *, verbosity, **options):
        for model, name in KEPT_FOR_A_TIME.items():
            _rows, by_model = model.objects.expired().delete()
            if verbosity:
                self.stdout.write(f"{by_model.get(model._meta.label, 0)} {name} deleted.")
