"""The gate for upgrades: the admin that Wagtail brings is wholly in Indonesian, and says what it means."""

import json
import re
import shutil

import polib
import pytest
from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.admin.views.i18n import js_catalog

from scripts import wagtail_messages
from scripts.wagtail_messages import DOMAINS, INDONESIAN, key, missing, our_path, packages_say, wanted

PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[a-z]|\{\w*\}|<[^>]*>")

pytestmark = [pytest.mark.parametrize("domain", DOMAINS), pytest.mark.once]


def ours(domain):
    return polib.pofile(str(our_path(domain)))


def sayings(entry):
    return entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr]


def parts(text):
    """Return what a translation must keep: placeholders and markup, and the space around the text."""
    return sorted(PLACEHOLDER.findall(text)), text[: -len(text.lstrip())], text[len(text.rstrip()) :]


def test_every_string_of_the_installed_packages_has_its_indonesian(domain):
    lacking = [
        f"{', '.join(name for name, _ in entry.occurrences)}: {entry.msgid}" for entry in missing(domain)
    ]
    assert not lacking, "run `make wagtail-messages`, then translate"


def test_our_catalogue_holds_no_empty_doubtful_or_unused_strings(domain):
    catalogue = ours(domain)
    assert not [entry.msgid for entry in catalogue if not entry.translated() or entry.obsolete]
    assert not {key(entry) for entry in catalogue} - set(wanted(domain)), "run `make wagtail-messages`"


def test_translations_keep_placeholders_markup_and_space(domain):
    for entry in ours(domain):
        allowed = [parts(text) for text in (entry.msgid, entry.msgid_plural) if text]
        assert all(parts(text) in allowed for text in sayings(entry)), entry.msgid


def test_the_compiled_catalogue_says_what_its_source_says(domain):
    def content(entries):
        return {key(entry): (entry.msgstr, entry.msgstr_plural) for entry in entries}

    compiled = polib.mofile(str(our_path(domain).with_suffix(".mo")))
    assert content(compiled) == content(ours(domain))


def shown(domain, entry, rf):
    """Return what Django says for a string in Indonesian, in a page or in the admin's JavaScript."""
    if domain == "django":
        return translation.pgettext(entry.msgctxt, entry.msgid) if entry.msgctxt else _(entry.msgid)
    script = js_catalog(rf.get("/")).text
    return json.loads(re.search(r"newcatalog = (\{.*?\n  \});", script, re.DOTALL)[1])[entry.msgid]


def test_django_prefers_our_words_to_those_of_the_packages(domain, rf):
    """Strings that our own code says too are left out: there, locale/id has the last word."""
    own_path = settings.BASE_DIR / "locale" / "id" / "LC_MESSAGES" / f"{domain}.po"
    own = set(map(key, polib.pofile(str(own_path)))) if own_path.exists() else set()
    theirs = {key(entry): entry.msgstr for entry in packages_say(domain, INDONESIAN)}
    better = [e for e in ours(domain) if key(e) not in own and theirs.get(key(e), e.msgstr) != e.msgstr]
    assert better
    for entry in better:
        assert entry.msgid_plural or shown(domain, entry, rf) == entry.msgstr


def test_the_script_lists_what_is_new_and_drops_what_nobody_says(domain, monkeypatch, tmp_path):
    path = shutil.copy(our_path(domain), tmp_path / f"{domain}.po")
    monkeypatch.setattr(wagtail_messages, "our_path", lambda _domain: path)
    catalogue = polib.pofile(str(path))
    theirs = {key(entry) for entry in packages_say(domain, INDONESIAN) if entry.translated()}
    forgotten = next(entry for entry in catalogue if key(entry) not in theirs)
    catalogue.remove(forgotten)
    catalogue.append(polib.POEntry(msgid="Nobody says this", msgstr="Tidak ada yang berkata begini"))
    catalogue.save()
    updated = wagtail_messages.update(domain)
    assert [key(entry) for entry in updated.untranslated_entries()] == [key(forgotten)]
    assert updated.find("Nobody says this") is None
