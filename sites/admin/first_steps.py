"""What a village that has just got its site should write first; each step leaves the list once it is done."""

from collections.abc import Iterator
from typing import NamedTuple

from django.urls import reverse
from django.utils.translation import gettext as _

from sites.models import AnnouncementPage, Village


class Step(NamedTuple):
    title: str
    url: str
    done: bool


def first_steps(village: Village, write_url: str | None, settings_url: str | None) -> list[Step]:
    """Return all steps while one is open; nothing once a village has taken them all."""
    steps = [step for step in _steps(village, write_url, settings_url) if step.url]
    return steps if not all(step.done for step in steps) else []


def _steps(village: Village, write_url: str | None, settings_url: str | None) -> Iterator[Step]:
    settings, home = village.site.sitesettings, village.site.root_page.specific
    edit_home = reverse("wagtailadmin_pages:edit", args=[home.pk])
    yield Step(_("Say when the office is open"), settings_url, bool(settings.opening_hours))
    yield Step(_("Write the address and a telephone number"), settings_url, bool(settings.address))
    yield Step(_("Welcome visitors with one sentence and a photo"), edit_home, bool(home.summary))
    announcements = AnnouncementPage.objects.descendant_of(village.container)
    yield Step(_("Publish the first announcement"), write_url, announcements.live().exists())
