"""Keep our Indonesian for Wagtail and the other packages complete: `make wagtail-messages`.

Their own Indonesian has gaps, and words that a village clerk would not say. The catalogues in
locale/wagtail fill and replace those; Django prefers them because of LOCALE_PATHS. After an upgrade
this script adds what is new with an empty translation, drops what no package says any more, and
compiles. Translate the empty ones and run it again.
"""

import os
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

import django
import polib
from django.apps import apps
from django.conf import settings

DOMAINS = ["django", "djangojs"]
# A package without an English catalogue shows its strings in another language's.
SOURCES = ["en", "id_ID", "id", "de"]
INDONESIAN = ["id_ID", "id"]

Key = tuple[str | None, str]


def our_path(domain: str) -> Path:
    return settings.BASE_DIR / "locale" / "wagtail" / "id" / "LC_MESSAGES" / f"{domain}.po"


def key(entry: polib.POEntry) -> Key:
    return entry.msgctxt, entry.msgid


def packages_say(domain: str, languages: Iterable[str]) -> Iterator[polib.POEntry]:
    """Go through the strings of each installed package, in the first of the languages that it has."""
    for app in apps.get_app_configs():
        paths = [Path(app.path, "locale", name, "LC_MESSAGES", f"{domain}.po") for name in languages]
        for path in list(filter(Path.exists, paths))[:1]:
            for entry in polib.pofile(str(path)):
                if not entry.obsolete:
                    entry.occurrences = [(app.name, "")]
                    yield entry


def wanted(domain: str) -> dict[Key, polib.POEntry]:
    return {key(entry): entry for entry in packages_say(domain, SOURCES)}


def missing(domain: str) -> list[polib.POEntry]:
    """Return what nobody has translated: neither the packages nor we."""
    entries = [*packages_say(domain, INDONESIAN), *polib.pofile(str(our_path(domain)))]
    translated = {key(entry) for entry in entries if entry.translated()}
    return [entry for known, entry in wanted(domain).items() if known not in translated]


def update(domain: str) -> polib.POFile:
    ours = polib.pofile(str(our_path(domain)), wrapwidth=0)
    used = wanted(domain)
    ours[:] = [entry for entry in ours if key(entry) in used]
    listed = {key(entry) for entry in ours}
    for entry in missing(domain):
        if key(entry) not in listed:
            entry.msgstr, entry.msgstr_plural = "", {0: ""} if entry.msgid_plural else {}
            ours.append(entry)
    ours.save()
    return ours


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
    django.setup()
    for domain in DOMAINS:
        path = our_path(domain)
        empty = update(domain).untranslated_entries()
        print(f"{len(empty)} to translate in {path.relative_to(settings.BASE_DIR)}")
        subprocess.run(["msgfmt", "--check-format", "-o", path.with_suffix(".mo"), path], check=True)


if __name__ == "__main__":
    main()
