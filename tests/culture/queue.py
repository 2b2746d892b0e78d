"""Runs the queue of letters, which waits in the database during tests, too."""

from django.core import mail
from django.core.management import call_command


def letters() -> list:
    """Send what is queued, and return the letters that went out."""
    before = len(mail.outbox)
    call_command("send_letters", once=True)
    return mail.outbox[before:]
