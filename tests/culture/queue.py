"""Runs the queue of letters, which waits in the database during tests, too."""

from unittest.mock import patch

from django.core import mail
from django.core.management import call_command

CLOSING = "django_tasks_db.management.commands.db_worker.close_old_connections"


def letters() -> list:
    """Send what is queued, and return the letters that went out."""
    before = len(mail.outbox)
    # A worker closes connections that look old; that of a test looks so, for it is within a transaction.
    with patch(CLOSING):
        call_command("send_letters", once=True)
    return mail.outbox[before:]
