"""All villages of the register from nothing, on SQLite, by the steps that docs/deploy.md names.

    .venv/bin/python -m benchmarks.provision [number of villages]

It works in a folder of its own, which is removed afterwards. The table says how long each step takes;
migrations, which every installation pays once whatever its villages, stand apart.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from time import perf_counter, process_time

TARGET_SECONDS = 45
DATA = Path(__file__).parent.parent / "data"


def main(limit: int | None) -> None:
    from django.db import connection

    from benchmarks import results

    steps = {name: timed(act) for name, act in plan(limit).items()}
    villages, writes = made()
    total = sum(taken for name, (taken, _cpu) in steps.items() if name != "migrate")
    rows = [(name, f"{taken:.1f} s", f"{cpu:.1f} s") for name, (taken, cpu) in steps.items()]
    rows += [
        ("all without migrate", f"{total:.1f} s", ""),
        ("each village", f"{per(steps, villages):.0f} ms", ""),
    ]
    print(f"{connection.vendor}: {villages} villages, {writes} pages", flush=True)
    print(results.table(["step", "time", "of processor"], rows))
    print(f"target: {TARGET_SECONDS} s")
    figures = {
        name: {"seconds": round(taken, 2), "processor": round(cpu, 2)} for name, (taken, cpu) in steps.items()
    }
    totals = {
        "villages": villages,
        "pages": writes,
        "seconds": round(total, 2),
        "target_seconds": TARGET_SECONDS,
    }
    results.write("provision", {**totals, "steps": figures})


def plan(limit: int | None) -> dict[str, Callable[[], object]]:
    from django.core.management import call_command

    from sites import provisioning

    return {
        "migrate": lambda: call_command("migrate", verbosity=0),
        "create_portal": lambda: provisioning.create_portal("localhost"),
        "import_villages": lambda: provisioning.import_villages(
            DATA / "villages.csv", DATA / "village_coordinates.csv"
        ),
        "create_village, each": lambda: create_villages(limit),
    }


def create_villages(limit: int | None) -> None:
    from sites import provisioning
    from sites.models import Village

    for village in islice(Village.objects.order_by("code"), limit):
        provisioning.create_village(village.code, f"v{village.code.replace('.', '')}.localhost")


def made() -> tuple[int, int]:
    from wagtail.models import Page

    from sites.models import Village

    return Village.objects.open().count(), Page.objects.count()


def per(steps: dict[str, tuple[float, float]], villages: int) -> float:
    return steps["create_village, each"][0] / villages * 1000


def timed(act: Callable[[], object]) -> tuple[float, float]:
    """Seconds by the clock, and seconds of the processor."""
    start, worked = perf_counter(), process_time()
    act()
    return perf_counter() - start, process_time() - worked


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="provision-") as folder:
        os.environ |= {"DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "config.settings.production"}
        os.environ.pop("DATABASE_URL", None)
        import django

        django.setup()
        main(int(sys.argv[1]) if sys.argv[1:] else None)
