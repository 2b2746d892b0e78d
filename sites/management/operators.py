"""What the commands of operators have in common."""

from django.core.management.base import BaseCommand
from django.utils.translation import override


class OperatorCommand(BaseCommand):
    """A command that speaks English from its first word to its last, as its help and the logs do.

    What a command writes for readers and editors says its language itself.
    """

    def execute(self, *args, **options):
        with override("en"):
            return super().execute(*args, **options)
