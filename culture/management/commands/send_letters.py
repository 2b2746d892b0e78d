import logging
import time

from django.db import InterfaceError, OperationalError, connection
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker

from culture.tasks import QUEUE
from sites.management.operators import OperatorCommand

logger = logging.getLogger(__name__)

# Seconds between two looks at an empty queue, and before the database is asked again that did not answer.
INTERVAL, PAUSE = 2, 10


class Command(OperatorCommand):
    help = "Send letters about registrations as soon as they are queued, until stopped."

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="End when the queue is empty.")

    def handle(self, *, once, **options):
        if once:
            worker_of(once).run()
            return
        while True:
            worker = worker_of(once)
            worker.configure_signals()
            try:
                worker.run()
                return
            except (OperationalError, InterfaceError) as error:
                # The database is away or busy; the server beside it goes on, and so does this.
                logger.warning("Letters wait for the database: %s", type(error).__name__)
                connection.close()
                time.sleep(PAUSE)


def worker_of(once: bool) -> Worker:
    return Worker(
        queue_names=["*"],
        interval=INTERVAL,
        batch=once,
        backend_name=QUEUE,
        startup_delay=False,
        max_tasks=None,
        worker_id=get_random_string(32),
        excluded_queue_names=[],
    )
