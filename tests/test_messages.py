"""Everything people read is translated: the catalogue holds each string, and each has its words."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = Path("locale/id/LC_MESSAGES/django.po")
SOURCES = ["config", "locale", "templates", "scripts", "manage.py"]

# Shown when nothing works any more, translations included: it says its few words in both languages.
UNTRANSLATABLE = {"templates/500.html", "templates/503.html", "templates/busy.html"}
# Names that are the same in every language.
NAMES = {"Smart Kampung", "Banyuwangi", "WhatsApp", "WIB", "CSV", "Excel"}

PRINTED = re.compile(
    r"\{#.*?#\}|<!--.*?-->"
    r"|\{%\s*comment\b.*?endcomment\s*%\}"
    r"|\{%\s*blocktrans(?:late)?\b.*?endblocktrans(?:late)?\s*%\}"
    r"|\{%\s*(?:block|fragment as)\s+\w*(?:class|_id)\s*%\}.*?end(?:block|fragment)\b.*?%\}"
    r"|\{%.*?%\}|\{\{.*?\}\}"
    r"|<(script|style|svg)\b.*?</\1>",
    re.DOTALL,
)
READ_ALOUD = re.compile(r"""\s(?:alt|title|placeholder|aria-label)=(["'])(.*?)\1""", re.DOTALL)


def messages(path: Path) -> dict[tuple, object]:
    """Return the translations of a .po file, keyed by context and string."""
    return {(entry.msgctxt, entry.msgid): entry for entry in polib.pofile(str(path)) if not entry.obsolete}


def bare_words(template: str) -> list[str]:
    """Return what a template prints as it stands, whatever the reader's language."""
    markup = PRINTED.sub(" ", template)
    spoken = [words for _, words in READ_ALOUD.findall(markup)]
    texts = re.sub(r"<[^>]*>", "\n", markup).splitlines()
    words = {re.sub(r"&#?\w+;", "", text).strip() for text in [*spoken, *texts]}
    return sorted(text for text in words - NAMES if re.search(r"[^\W\d_]{2,}", text))


@pytest.fixture(scope="module")
def collected(tmp_path_factory):
    """The catalogue as `make messages` would write it now, made in a copy of the project."""
    copy = tmp_path_factory.mktemp("project")
    apps = [path.parent.name for path in ROOT.glob("*/apps.py")]
    for name in [*SOURCES, *apps]:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, copy / name)
    environment = {**os.environ, "VENV_PYTHON": sys.executable, "DATA_DIR": str(copy / "var")}
    subprocess.run([copy / "scripts" / "messages.sh"], env=environment, check=True)
    return copy / CATALOGUE


def test_the_catalogue_holds_exactly_the_strings_of_the_code(collected):
    kept, used = set(messages(ROOT / CATALOGUE)), set(messages(collected))
    assert not used - kept, "not in the catalogue: run `make messages`, then translate"
    assert not kept - used, "no longer in the code: run `make messages`"


def test_every_string_is_translated_and_none_is_a_guess():
    catalogue = polib.pofile(str(ROOT / CATALOGUE))
    assert not catalogue.metadata_is_fuzzy
    assert not [entry.msgid for entry in catalogue.untranslated_entries()]
    assert not [entry.msgid for entry in catalogue.fuzzy_entries()]
    assert not [entry.msgid for entry in catalogue.obsolete_entries()]


def test_the_compiled_catalogue_says_what_its_source_says():
    source = polib.pofile(str(ROOT / CATALOGUE))
    compiled = polib.mofile(str((ROOT / CATALOGUE).with_suffix(".mo")))

    def content(entries):
        return {(entry.msgctxt, entry.msgid): (entry.msgstr, entry.msgstr_plural) for entry in entries}

    assert content(compiled) == content(source.translated_entries())


def test_templates_print_no_words_past_the_translation():
    found = {}
    for path in [*ROOT.glob("templates/**/*.html"), *ROOT.glob("*/templates/**/*.html")]:
        name = str(path.relative_to(ROOT))
        if name not in UNTRANSLATABLE and (words := bare_words(path.read_text())):
            found[name] = words
    assert not found


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("<p>Office hours</p>", ["Office hours"]),
        ('<img src="x.png" alt="A dancer">', ["A dancer"]),
        ('<p>{% translate "Office hours" %} &middot; {{ hours }}</p>', []),
        ("{% blocktranslate trimmed %}Open until {{ time }}{% endblocktranslate %}", []),
        ('<input aria-label="{% translate "Name" %}" type="search" name="q">', []),
        ('<a href="/" title="{{ page.title }}">{# the mark #}Smart Kampung</a>', []),
    ],
)
def test_words_past_the_translation_are_found(template, words):
    assert bare_words(template) == words
