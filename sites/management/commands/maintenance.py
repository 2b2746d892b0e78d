from django.core.management.base import CommandError
from django.utils import timezone

from sites import maintenance
from sites.management.operators import OperatorCommand


class Command(OperatorCommand):
    help = "Close all sites for a while with a page that says so (on), open them (off), or tell (status)."
    # It must work while the database does not.
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("action", choices=["on", "off", "status"])
        parser.add_argument("--until", default="", help='Expected end: "14:30" or "2026-11-25 14:30".')

    def handle(self, *, action, until, **options):
        if action == "on":
            maintenance.switch_on(self.end(until))
        elif action == "off":
            maintenance.switch_off()
        self.stdout.write(self.report())

    def end(self, until):
        try:
            return maintenance.parse_end(until, timezone.now()) if until else None
        except ValueError as error:
            raise CommandError('--until wants a time to come: "14:30" or "2026-11-25 14:30".') from error

    def report(self) -> str:
        if not maintenance.is_on():
            return self.style.SUCCESS("The sites are open.")
        end = maintenance.expected_end()
        words = f" until {maintenance.in_words(end, 'en')} WIB" if end else ""
        return self.style.WARNING(
            f"The sites are closed for maintenance{words}. `maintenance off` opens them."
        )
