from django.contrib.auth.management.commands import createsuperuser

from sites.management.operators import OperatorCommand


class Command(OperatorCommand, createsuperuser.Command):
    """Django's, without Indonesian questions and errors between its English lines."""
