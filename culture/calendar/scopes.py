"""Whose calendar it is, and the questions that gives: a village's, an office's, or the whole regency's."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from django.apps import apps
from django.conf import settings
from django.utils.translation import get_language
from wagtail.models import Page, Site

from sites.identity import portal_site, register_for, village_of
from sites.models import OfficePage, Village
from sites.querysets import HOME_DEPTH, OFFICE_DEPTH, one_of

from .choices import CLASS, Choice

if TYPE_CHECKING:
    from culture.models import AgendaPage
    from culture.querysets import ClassQuerySet, EventQuerySet, SessionQuerySet

CONTAINER = slice(2 * Page.steplen)


@dataclass
class Scope:
    """A calendar page on a site, in its language, narrowed to what was chosen.

    What has no version in that language is shown in Indonesian. A village shows its own and what offices
    share with it; an office its own; the regency its own, that of all offices and of all open villages.
    """

    index: AgendaPage
    site: Site
    choice: Choice = field(default_factory=Choice)
    # A page is found in its own language only, so that is the active one.
    language: str = field(default_factory=get_language)

    @property
    def languages(self) -> list[str]:
        """Those that may be shown, the best first."""
        return list(dict.fromkeys([self.language, settings.LANGUAGE_CODE]))

    @property
    def is_of_regency(self) -> bool:
        return self.index.depth == HOME_DEPTH + 1 and village_of(self.site) is None

    @property
    def is_of_office(self) -> bool:
        return self.index.depth > HOME_DEPTH + 1

    @cached_property
    def register(self) -> dict[str, Village]:
        """The open villages of the regency's calendar, by the path of their container. At most one query."""
        if not self.is_of_regency:
            return {}
        return {village.container_path: village for village in register_for(self.site) if village.is_open}

    @property
    def villages(self) -> list[Village]:
        """Those that readers may choose between."""
        return sorted(self.register.values(), key=lambda village: (village.name, village.district))

    def village_at(self, path: str) -> Village | None:
        return self.register.get(path[CONTAINER])

    def may_show(self, path: str, language: str) -> bool:
        """Whether a page is in a language that its village shows."""
        village = self.village_at(path)
        return village is None or village.shows(language)

    def events(self) -> EventQuerySet:
        pages = apps.get_model("culture", "EventPage").objects
        if self.choice.kind == CLASS:
            return pages.none()
        found = self._own(pages) if self.is_of_regency or self.is_of_office else pages.shown_on(self.site)
        found = found.listed().filter(locale__language_code__in=self.languages)
        if self.choice.kind:
            found = found.filter(kind=self.choice.kind)
        return found.filter(fee_rupiah=0) if self.choice.is_free else found

    def _own(self, pages) -> EventQuerySet:
        if self.is_of_office:
            office = OfficePage.objects.filter(path=self.index.path[: OFFICE_DEPTH * Page.steplen])
            return pages.filter(office__in=office.values("office"))
        return pages.below(self._containers([self.index.path[CONTAINER]]))

    def classes(self) -> ClassQuerySet:
        """Live classes, each in every language that it has."""
        pages = apps.get_model("culture", "ClassPage").objects
        if self.is_of_office or self.choice.kind not in {"", CLASS}:
            return pages.none()
        found = pages.below(self._containers([])) if self.is_of_regency else pages.in_village(self.site)
        return found.filter(fee_rupiah=0) if self.choice.is_free else found

    def sessions(self) -> SessionQuerySet:
        """The sessions of those classes: they stand with the Indonesian version."""
        classes = self.classes().listed().in_language(settings.LANGUAGE_CODE)
        sessions = apps.get_model("culture", "ClassSession").objects
        return sessions.filter(one_of(classes.order_by().values("pk"), "class_page"))

    def _containers(self, others: list[str]) -> list[str]:
        if self.choice.village:
            return [self.choice.village.container_path]
        return [*others, *self.register]

    def host_of(self, page: Page) -> str:
        """The host at which a page is at home, wherever it is shown."""
        if village := self.village_at(page.path):
            return village.hostname
        is_own = page.path.startswith(self.index.path[CONTAINER])
        return self.site.hostname if is_own else self._portal.hostname

    @cached_property
    def _portal(self) -> Site:
        return portal_site()


def scope_of(index: AgendaPage, site: Site, query) -> Scope:
    """Return the calendar of a page as the query of a request narrows it."""
    scope = Scope(index, site)
    scope.choice = Choice.read(query, scope.villages)
    return scope
