"""What a village has of each service: the regency's template, a page of its own, or both of them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from django.conf import settings
from django.utils import timezone

from services.editing.changes import changes_of
from services.models import ServicePage, ServiceState
from services.querysets.services import CHECK_AGAIN_AFTER
from sites.models import Village
from sites.quick_changes import draft_of


@dataclass
class Entry:
    """One service of a village. `own` is its Indonesian page; `template` the one that offices offer."""

    template: ServicePage | None = None
    own: ServicePage | None = None
    versions: list[ServicePage] = field(default_factory=list)
    changes: int = 0
    # Whether the template is there in a language of the village in which it has no page of its own.
    lacks_language: bool = False

    @property
    def title(self) -> str:
        return (self.own or self.template).title

    @property
    def state(self) -> ServiceState | None:
        found = getattr(self.own, "state", None) if self.own else None
        return found if found and found.holds else None

    @property
    def is_to_check(self) -> bool:
        checked = self.own.checked_on if self.own else None
        return self.own is not None and (
            checked is None or checked < timezone.localdate() - CHECK_AGAIN_AFTER
        )


def entries_of(village: Village) -> list[Entry]:
    """The services of a village: those whose template has changed first, then its own, then templates.

    Four queries, however many they are, and none for each draft that waits.
    """
    templates = {page.translation_key: page for page in _offered(village)}
    translated = _in_other_languages(templates)
    by_key = defaultdict(Entry)
    for page in _own(village):
        # Without a template it stands for itself, with its translations.
        entry = by_key[page.service_key if page.service_key in templates else page.translation_key]
        entry.versions.append(page)
        if page.is_source and entry.own is None:
            entry.own = page
    for key, template in templates.items():
        by_key[key].template = template
        _compare(by_key[key], {template.locale_id: template, **translated[key]}, village)
    found = [entry for entry in by_key.values() if entry.own or entry.template]
    return sorted(found, key=lambda entry: (not entry.changes, entry.own is None, entry.title.casefold()))


def _compare(entry: Entry, templates: dict[int, ServicePage], village: Village) -> None:
    for page in entry.versions:
        if page.locale_id in templates:
            entry.changes += len(changes_of(draft_of(page), templates[page.locale_id]))
    there = {page.locale_id for page in entry.versions}
    missing = [key for key, page in templates.items() if key not in there]
    shown = any(village.shows(templates[key].locale.language_code) for key in missing)
    entry.lacks_language = entry.own is not None and shown


def _offered(village: Village):
    return ServicePage.objects.offered_to(village).select_related("locale", "form", "office")


def _in_other_languages(templates: dict) -> dict:
    found = ServicePage.objects.live().public().filter(translation_key__in=templates)
    by_key = defaultdict(dict)
    for page in found.exclude(locale__language_code=settings.LANGUAGE_CODE).select_related("locale", "form"):
        by_key[page.translation_key][page.locale_id] = page
    return by_key


def _own(village: Village):
    found = ServicePage.objects.in_village(village.site).filter(alias_of=None).order_by("path")
    return found.select_related("locale", "form", "latest_revision", "state")
