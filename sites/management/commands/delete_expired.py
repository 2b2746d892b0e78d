from collections.abc import Iterator

from django.apps import apps
from django.db.models import Model

from sites.management.operators import OperatorCommand
from sites.outbox import delete_old_letters


class Command(OperatorCommand):
    help = (
        "Delete what is kept for a time only: who left the team of a village more than a year ago, "
        "of the newsletter who never confirmed or can't be reached, letters of long ago, old counts of "
        "how often shared pages were opened, who registered for a class that is long over, and what people "
        "asked a village office some time after it was done."
    )

    def handle(self, *, verbosity, **options):
        for model in kept_for_a_time():
            _rows, by_model = model.objects.expired().delete()
            if verbosity:
                number = by_model.get(model._meta.label, 0)
                self.stdout.write(f"{number} {model.kept_for_a_time} deleted.")
        letters = delete_old_letters()
        if verbosity:
            self.stdout.write(f"{letters} letters that were kept as files deleted.")


def kept_for_a_time() -> Iterator[type[Model]]:
    """Models of any app that name their rows in `kept_for_a_time`; which to delete their `expired()` says."""
    return (model for model in apps.get_models() if hasattr(model, "kept_for_a_time"))
