"""What stands beside a page: the pages that its editor has chosen, as its readers may open them."""

from collections.abc import Iterable
from typing import NamedTuple

from django.apps import apps
from django.conf import settings
from django.db.models import OuterRef, Q, Subquery
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.text import capfirst
from django.utils.translation import gettext
from wagtail.models import Page

from sites.frame import frame_for
from sites.page_cache.marks import shows_others
from sites.querysets import VillagePageQuerySet, all_pages
from sites.sharing.guests import with_guests

NONE = Q()


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
    that language; an office's page that the site of the reader shows has its address there. One query, one
    for each type of which there are guests, and one for the names of other villages.
    """
    versions = _in_memory(page) if getattr(request, "is_preview", False) else _stored(page)
    # The page itself is no company for itself, nor is its translation.
    versions.pop(page.translation_key, None)
    if not versions:
        return []
    shows_others(request)
    found = with_guests([_specific(version) for version in versions.values()], frame_for(request).site)
    name_places(found, request)
    groups = {}
    for related in found:
        kind = type(related)
        label, icon = capfirst(kind._meta.verbose_name_plural), getattr(kind, "menu_icon", "file-text")
        groups.setdefault(kind, RelatedGroup(label, icon, [])).pages.append(related)
    return list(groups.values())


def _stored(page: Page) -> dict:
    """The versions to open, in the order of the rows."""
    rows = apps.get_model("sites", "RelatedPage").objects.filter(page=page.pk)
    same = rows.filter(target__translation_key=OuterRef("translation_key")).order_by("sort_order", "pk")
    found = all_pages().filter(translation_key__in=rows.order_by().values("target__translation_key"))
    found = found.annotate(position=Subquery(same.values("sort_order")[:1]))
    return _best_versions(found.order_by("position", "path"), page)


def _in_memory(page: Page) -> dict:
    """The same for a draft in the preview, whose rows are not stored."""
    keys = list(dict.fromkeys(row.target.translation_key for row in page.related_pages.all()))
    versions = _best_versions(all_pages().filter(translation_key__in=keys), page)
    return {key: versions[key] for key in keys if key in versions}


def _best_versions(pages: VillagePageQuerySet, page: Page) -> dict:
    """One of each: in the language of `page`, else in Indonesian, else what there is."""
    preferred = (page.locale.language_code, settings.LANGUAGE_CODE)
    versions = {}
    for version in pages.live().public().openable().select_related("locale"):
        best = versions.setdefault(version.translation_key, version)
        if _rank(version, preferred) < _rank(best, preferred):
            versions[version.translation_key] = version
    return versions


def _rank(page: Page, preferred: tuple[str, ...]) -> int:
    code = page.locale.language_code
    return preferred.index(code) if code in preferred else len(preferred)


def _specific(page: Page) -> Page:
    """A page of its own type, without what only that type knows; no query."""
    specific = page.specific_deferred
    specific.locale = page.locale
    return specific


def name_places(pages: Iterable[Page], request: HttpRequest, register=None, also: Q = NONE) -> list:
    """Say of each page whose it is, as `place_name`; empty where it is of the reader's site.

    What is of another village has its `village_name` and `accent`, too. Returns the villages that were
    asked for, with `also` those of a condition. One query, none where all are at home here.
    """
    pages, site = list(pages), frame_for(request).site
    own = site.root_page.path[: 2 * Page.steplen]
    containers = {page.path[: 2 * page.steplen] for page in pages} - {own}
    register = apps.get_model("sites", "Village").objects.with_site() if register is None else register
    found = list(register.filter(also | Q(container__path__in=containers))) if containers or also else []
    villages = {village.container_path: village for village in found if village.container_id}
    for page in pages:
        container = page.path[: 2 * page.steplen]
        village = villages.get(container) if container != own else None
        page.accent = village.accent if village else ""
        page.village_name = village.display_name if village else ""
        if village:
            page.place_name = page.village_name
        elif page.is_guest:
            page.place_name = page.publisher
        else:
            page.place_name = "" if container == own else gettext("Banyuwangi Regency")
    return found
