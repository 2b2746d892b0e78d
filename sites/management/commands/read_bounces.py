from django.conf import settings
from django.core.management.base import CommandError

from sites.management.operators import OperatorCommand
from sites.newsletter import mailboxes, returns

UNREADABLE = (mailboxes.UnknownMailboxError, OSError, mailboxes.IMAP4.error, mailboxes.mailbox.Error)


class Command(OperatorCommand):
    help = "Read letters that came back (BOUNCE_MAILBOX), and write to those addresses no more."

    def handle(self, *, verbosity, **options):
        if not settings.BOUNCE_MAILBOX:
            raise CommandError("Set BOUNCE_MAILBOX; docs/deploy.md says how.")
        try:
            number = mailboxes.read(settings.BOUNCE_MAILBOX, understand)
        except UNREADABLE as error:
            raise CommandError(f"The mailbox can't be read: {error}") from error
        if verbosity:
            self.stdout.write(f"{number} reports read and deleted.")


def understand(message) -> bool:
    """Act on a report; True also for one about a letter that is forgotten already."""
    returned = returns.read_report(message)
    if returned:
        returns.take(returned)
    return returned is not None
