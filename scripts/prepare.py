"""Bring the database and the static files up to date; does next to nothing when they are.

One process does it all, because starting Django takes longer than each step.
"""

import hashlib
import os
import signal
from pathlib import Path

import django
from django.apps import apps
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command


def prepare_database() -> None:
    """Apply migrations; fill a database that knows no village yet with the demo.

    A mark stands in the data folder while the demo is being made, so that one
    that was interrupted is completed the next time.
    """
    call_command("migrate", interactive=False, verbosity=0)
    unfinished = Path(settings.DATA_DIR) / "demo_unfinished"
    if unfinished.exists() or not apps.get_model("sites", "Village").objects.exists():
        print("Making the portal and the demo villages:", flush=True)
        unfinished.touch()
        call_command("seed_demo")
        unfinished.unlink()


def static_fingerprint() -> str:
    """Return a hash over the name and content of every static file as its source stands now."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list([]):
            digest.update(name.encode())
            digest.update(Path(storage.path(name)).read_bytes())
    return digest.hexdigest()


def prepare_static_files() -> None:
    """Collect, hash and compress static files when one of them changed."""
    stamp = Path(settings.STATIC_ROOT) / ".fingerprint"
    fingerprint = static_fingerprint()
    if stamp.exists() and stamp.read_text() == fingerprint:
        return
    print("Collecting static files.", flush=True)
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(fingerprint)


def main() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C ends it without a traceback
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")
    django.setup()
    prepare_database()
    if not settings.DEBUG:  # the development server reads them from their sources
        prepare_static_files()


if __name__ == "__main__":
    main()
