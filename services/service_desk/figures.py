"""How many villages have taken over a template, and what they write otherwise: for its office."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Count
from django.db.models.functions import Substr
from wagtail.models import Page

from services.editing.changes import adjusted_fields, changes_of
from services.editing.fields import FIELDS, label_of
from services.models import ServicePage
from sites.models import Village
from sites.querysets.villages import villages_showing
from sites.sharing.reach import Reach, reach_of


@dataclass(frozen=True)
class Uptake:
    """A template with the number of villages that are offered it, and of those with a page of their own."""

    reach: Reach
    taken: int

    @property
    def page(self) -> ServicePage:
        return self.reach.page


@dataclass(frozen=True)
class OwnPage:
    """What one village has made of a template."""

    village: Village
    adjusted: list[str]
    waiting: int

    @property
    def labels(self) -> list[str]:
        return [label_of(name) for name in self.adjusted]


def _own_pages():
    """Published pages of open villages that come from a template, in Indonesian."""
    pages = ServicePage.objects.live().in_language(settings.LANGUAGE_CODE).taken_over()
    container = Substr("path", 1, 2 * Page.steplen)
    return pages.alias(own_container=container).filter(
        own_container__in=villages_showing(settings.LANGUAGE_CODE)
    )


def uptake_of(templates: Iterable[ServicePage]) -> list[Uptake]:
    """The same few queries, however many templates and villages there are."""
    counted = _own_pages().order_by().values_list("template_key").annotate(number=Count("pk"))
    taken = dict(counted)
    return [Uptake(reach, taken.get(reach.page.translation_key, 0)) for reach in reach_of(templates)]


def own_pages_of(template: ServicePage) -> list[OwnPage]:
    """The villages with a page of their own, those that have changed most first. Two queries."""
    pages = _own_pages().filter(template_key=template.translation_key).select_related("locale", "form")
    villages = {village.container_path: village for village in Village.objects.open().with_site()}
    found = [
        OwnPage(
            villages[page.path[: 2 * Page.steplen]],
            adjusted_fields(page),
            len(changes_of(page, template)),
        )
        for page in pages
    ]
    return sorted(found, key=lambda own: (-len(own.adjusted), str(own.village)))


def adjusted_by_field(pages: Iterable[OwnPage]) -> list[tuple[str, int]]:
    """In how many villages each field differs, the most often first; without those that never do."""
    counted = Counter(name for own in pages for name in own.adjusted)
    order = sorted(counted, key=lambda name: (-counted[name], FIELDS.index(name)))
    return [(label_of(name), counted[name]) for name in order]
