import logging
import signal
import threading

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import OperationalError, close_old_connections

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = (
        "Publish and expire pages, delete what is kept for a time only, and send newsletters, "
        "every few seconds, until stopped."
    )

    def add_arguments(self, parser):
        parser.add_argument("--every", type=int, default=20, help="Seconds between two looks.")
        parser.add_argument("--once", action="store_true")

    def handle(self, *, every, once, **options):
        if once:
            look()
            return
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        while True:
            close_old_connections()
            try:
                look()
            except OperationalError as error:
                # The database is away or busy: the next look makes up for it.
                logger.warning("The schedule waits for the database: %s", error)
            if stop.wait(every):
                return


def look() -> None:
    call_command("publish_scheduled", verbosity=0)
    call_command("delete_expired", verbosity=0)
    # Not all of a long queue at once, so that publishing never waits for the mail server.
    call_command("send_newsletters", seconds=10, verbosity=0)
