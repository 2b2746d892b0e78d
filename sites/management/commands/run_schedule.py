import logging
import signal
import threading
from time import monotonic

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import OperationalError, close_old_connections

logger = logging.getLogger(__name__)

# Seconds between two times of deleting: it reads whole tables, and nothing is kept to the minute.
DELETE_EVERY = 3600


class Command(BaseCommand):
    help = (
        "Publish and expire pages and send newsletters every few seconds, and delete every hour what is "
        "kept for a time only, until stopped. Does what the apps' own commands do, too, as the settings say."
    )

    def add_arguments(self, parser):
        parser.add_argument("--every", type=int, default=20, help="Seconds between two looks.")
        parser.add_argument("--once", action="store_true")

    def handle(self, *, every, once, **options):
        schedule = Schedule()
        if once:
            schedule.look()
            return
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        while True:
            close_old_connections()
            schedule.look()
            if stop.wait(every):
                return


class Schedule:
    """What is done at each look, and what the process has done within the hour."""

    def __init__(self):
        self.deleted_at: float | None = None

    def look(self) -> None:
        attempt("publish_scheduled")
        if self.deleted_at is None or monotonic() - self.deleted_at >= DELETE_EVERY:
            self.deleted_at = monotonic()
            for command in ("delete_expired", *settings.SCHEDULED_HOURLY):
                attempt(command)
        # Not all of a long queue at once, so that publishing never waits for the mail server.
        attempt("send_newsletters", seconds=10)
        for command in settings.SCHEDULED_AT_EACH_LOOK:
            attempt(command)


def attempt(command: str, **options) -> None:
    """Call a command. What goes wrong in it ends neither the schedule nor what comes after it."""
    try:
        call_command(command, verbosity=0, **options)
    except OperationalError as error:
        # The database is away or busy: the next time makes up for it.
        logger.warning("%s waits for the database: %s", command, error)
    except Exception:
        logger.exception("%s failed; the schedule goes on.", command)
