import sys
import time
from collections.abc import Iterable, Iterator
from importlib import import_module

from django.apps import apps
from django.core.management.base import CommandError
from django.utils.module_loading import module_has_submodule

from sites.demo import seeding
from sites.management.operators import OperatorCommand

BAR_WIDTH = 30


class Command(OperatorCommand):
    help = "Fill an empty installation with a portal and six villages to walk through; keeps what is there."

    def add_arguments(self, parser):
        parser.add_argument(
            "--all-villages", action="store_true", help="Open a site for every village of the register, too."
        )

    def handle(self, *, all_villages, **options):
        try:
            for module in self.demo_modules():
                module.seed(lambda name: self.stdout.write(f"  {name}"))
            if all_villages:
                self.open_all()
        except seeding.NotADemoError as error:
            raise CommandError(str(error)) from error

    def demo_modules(self) -> list:
        """The `demo` module of each app that has one, in the order of INSTALLED_APPS."""
        configs = [config for config in apps.get_app_configs() if module_has_submodule(config.module, "demo")]
        return [import_module(f"{config.name}.demo") for config in configs]

    def open_all(self) -> None:
        started = time.monotonic()
        number = seeding.seed_register(self.progress)
        seconds = time.monotonic() - started
        self.stdout.write(self.style.SUCCESS(f"{number} village sites opened in {seconds:.0f} s."))

    def progress(self, villages: Iterable) -> Iterator:
        """Draw a bar while the villages pass through; only its end where nobody watches."""
        villages = list(villages)
        for done, village in enumerate(villages, start=1):
            yield village
            if sys.stdout.isatty() or done == len(villages):
                bar = ("█" * (done * BAR_WIDTH // len(villages))).ljust(BAR_WIDTH, "·")
                end = "\n" if done == len(villages) else "\r"
                self.stdout.write(f"{bar} {done}/{len(villages)}", ending=end)
                self.stdout.flush()
