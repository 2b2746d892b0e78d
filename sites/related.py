"""What stands beside a page: the pages that its editor has chosen, as its readers may open them."""

from collections.abc import Iterable
from typing import NamedTuple

from django.apps import apps
from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.text import capfirst
from django.utils.translation import gettext
from wagtail.models import Page

from sites.frame import frame_for
from sites.querysets import all_pages
from sites.sharing.guests import with_guests


class RelatedGroup(NamedTuple):
    """Pages of one type, each with the name of the place that it is from where that is another."""

    label: str
    icon: str
    pages: list[Page]


def lazily_related(page: Page, request: HttpRequest) -> SimpleLazyObject:
    """The groups of a page, asked for only where a template prints them."""
    return SimpleLazyObject(lambda: related_groups(page, request))


def related_groups(page: Page, request: HttpRequest) -> list[RelatedGroup]:
    """The pages chosen for a page, by type in the order of the choice.

    Each is live and public, and in the language of `page` where it has such a version on a site that shows
    that language; an office's page that the site of the reader shows has its address there. Three queries,
    and one for each type of which there are guests.
    """
    # A draft in the preview has its rows in memory.
    rows = page.related_pages.all().select_related("target")
    keys = dict.fromkeys(row.target.translation_key for row in rows)
    # The page itself is no company for itself, nor is its translation.
    keys.pop(page.translation_key, None)
    if not keys:
        return []
    versions = _best_versions(keys, page.locale.language_code)
    site = frame_for(request).site
    found = with_guests([_specific(versions[key]) for key in keys if key in versions], site)
    name_places(found, request)
    groups = {}
    for related in found:
        kind = type(related)
        label, icon = capfirst(kind._meta.verbose_name_plural), getattr(kind, "menu_icon", "file-text")
        groups.setdefault(kind, RelatedGroup(label, icon, [])).pages.append(related)
    return list(groups.values())


def _best_versions(keys: Iterable, language: str) -> dict:
    """The version of each to open: in the language, else in Indonesian, else what there is. One query."""
    found = all_pages().filter(translation_key__in=list(keys)).live().public().openable()
    preferred = (language, settings.LANGUAGE_CODE)
    versions = {}
    for version in found.select_related("locale").order_by("path"):
        best = versions.get(version.translation_key)
        if best is None or _rank(version, preferred) < _rank(best, preferred):
            versions[version.translation_key] = version
    return versions


def _specific(page: Page) -> Page:
    """A page of its own type, without what only that type knows; no query."""
    specific = page.specific_deferred
    specific.locale = page.locale
    return specific


def _rank(page: Page, preferred: tuple[str, ...]) -> int:
    code = page.locale.language_code
    return preferred.index(code) if code in preferred else len(preferred)


def name_places(pages: Iterable[Page], request: HttpRequest) -> None:
    """Say of each page whose it is, as `place_name`; empty where it is of the reader's site.

    What is of another village has its `village_name` and `accent`, too.

    One query for the villages, none where all are at home here.
    """
    pages, site = list(pages), frame_for(request).site
    own = site.root_page.path[: 2 * Page.steplen]
    containers = {page.path[: 2 * page.steplen] for page in pages} - {own}
    villages = {}
    if containers:
        register = apps.get_model("sites", "Village").objects.with_site()
        villages = {v.container_path: v for v in register.filter(container__path__in=containers)}
    for page in pages:
        container = page.path[: 2 * page.steplen]
        village = villages.get(container)
        page.accent = village.accent if village else ""
        page.village_name = village.display_name if village else ""
        if village:
            page.place_name = page.village_name
        elif page.is_guest:
            page.place_name = page.publisher
        else:
            page.place_name = "" if container == own else gettext("Banyuwangi Regency")
