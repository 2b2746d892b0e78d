import os
import signal
import subprocess
import sys

from django.conf import settings
from django.core.management.base import CommandError

from sites.management.operators import OperatorCommand
from sites.serving import adopt_port, greeting, port_problem, workers

STOP_SECONDS = 15


class Command(OperatorCommand):
    help = "Run the application server with its schedule and the sender of letters, until Ctrl-C."
    requires_migrations_checks = True

    def add_arguments(self, parser):
        parser.add_argument("--port", type=int, default=settings.PORT)
        parser.add_argument("--bind", default="127.0.0.1")

    def handle(self, *, port, bind, **options):
        if problem := port_problem(bind, port):
            raise CommandError(problem)
        adopt_port(port)
        python = sys.executable
        environment = {**os.environ, "DJANGO_SETTINGS_MODULE": settings.SETTINGS_MODULE, "PORT": str(port)}
        server = [python, "-m", "gunicorn", "config.wsgi", "--config", "config/gunicorn.py"]
        server += ["--bind", f"{bind}:{port}", "--workers", str(workers())]
        beside = [[python, "manage.py", command] for command in settings.RUN_BESIDE_THE_SERVER]
        # Each in a group of its own: Ctrl-C reaches this process only, which then stops all in order.
        started = [
            subprocess.Popen(command, cwd=settings.BASE_DIR, env=environment, start_new_session=True)
            for command in (server, *beside)
        ]
        self.stdout.write(greeting(port))
        self.stdout.flush()
        self.watch(started)

    def watch(self, started: list[subprocess.Popen]) -> None:
        """Wait for Ctrl-C, or for one of the processes to end; then stop them all."""

        def stop(*_):
            raise KeyboardInterrupt

        # SIGINT too: started in the background of a script, Python would leave it ignored.
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, stop)
        try:
            pid, status = os.wait()
        except KeyboardInterrupt:
            self.stdout.write("\nStopping …")
            failure = None
        else:
            failure = f"Process {pid} ended by itself ({os.waitstatus_to_exitcode(status)})."
        for process in started:
            process.terminate()
        for process in started:
            try:
                process.wait(timeout=STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
        if failure:
            raise CommandError(failure)
