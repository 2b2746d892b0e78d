import os
import sys

from django.conf import settings
from django.core.management.base import CommandError

from sites.management.crew import Crew
from sites.management.operators import OperatorCommand
from sites.serving import adopt_port, greeting, port_problem


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
        server = [sys.executable, "-m", "config.server", "--bind", bind, "--port", str(port)]
        beside = [[sys.executable, "manage.py", command] for command in settings.RUN_BESIDE_THE_SERVER]
        environment = {**os.environ, "DJANGO_SETTINGS_MODULE": settings.SETTINGS_MODULE, "PORT": str(port)}
        crew = Crew(server, beside, cwd=settings.BASE_DIR, env=environment)
        self.stdout.write(greeting(port))
        self.stdout.flush()
        failure = crew.work()
        if failure:
            raise CommandError(failure)
        self.stdout.write("\nStopped.")
