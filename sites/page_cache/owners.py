"""Generations by name: those that a page depends on, and those that a changed row moves.

A page of a village shows what is the village's own, and what the portal's offices and the regency share
with all. A page of an office shows what offices publish, in the frame of the portal. The other pages of
the portal show content of all villages, and depend on everything; so does a page that says in its making
that it asks for content of others (`marks.shows_others()`).

Offices have one counter together, that of the portal's tree: each page of a village shows what any of them
may publish, and would ask for all of theirs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import apps
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Model
from wagtail.models import Page

from sites.tenancy.owners import Kind, owner_of

if TYPE_CHECKING:
    from sites.frame import Frame

# Moved by each change; by each change of what belongs to no village, office or site of its own.
EVERYTHING, REGENCY = "everything", "regency"
# How much of a path tells the village or the portal; the depth from which the portal has pages of offices.
CONTAINER, OFFICE_DEPTH = 2 * Page.steplen, 5


def names_for(page: Page, frame: Frame) -> list[str]:
    """What overtakes a page on the site of a frame."""
    if frame.is_portal and page.depth < OFFICE_DEPTH:
        return [EVERYTHING]
    return names_around(frame)


def names_around(frame: Frame) -> list[str]:
    """What overtakes the frame of a page: menu, footer, urgent notices."""
    sites = {frame.site, frame.portal}
    names = [REGENCY, *(f"tree {_container(site)}" for site in sites), *(f"site {site.pk}" for site in sites)]
    return names if frame.is_portal else [*names, f"village {frame.village.pk}"]


def _container(site) -> str:
    return site.root_page.path[:CONTAINER]


def names_of(row: Model) -> set[str]:
    """What a change of a row overtakes: all pages, where nothing tells whose it is."""
    owner = owner_of(type(row))
    # Sites, villages and offices are named everywhere.
    if owner is None or owner.lookup in ("", "pk"):
        return {EVERYTHING, REGENCY}
    value = row
    try:
        for name in owner.lookup.split("__"):
            value = getattr(value, name, None)
    except ObjectDoesNotExist:
        # What it was a part of has been deleted with it.
        return {EVERYTHING, REGENCY}
    return {EVERYTHING, *NAMES[owner.kind](value)}


def _of_collections(path: str | None) -> set[str]:
    """Offices' and the regency's own pictures may stand anywhere."""
    villages = apps.get_model("sites", "Village").objects.filter(collection__path=(path or "")[:CONTAINER])
    return {f"village {village}" for village in villages.values_list("pk", flat=True)} or {REGENCY}


NAMES = {
    Kind.PAGES: lambda path: {f"tree {path[:CONTAINER]}"} if path else {REGENCY},
    Kind.COLLECTIONS: _of_collections,
    Kind.VILLAGES: lambda pk: {f"village {pk}"} if pk else {REGENCY},
    Kind.SITES: lambda pk: {f"site {pk}"} if pk else {REGENCY},
    Kind.OFFICES: lambda pk: {REGENCY},
}
