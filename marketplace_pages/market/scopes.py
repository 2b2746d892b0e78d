"""Whose products and businesses a page of the market shows."""

from __future__ import annotations

from typing import NamedTuple

from django.apps import apps
from django.db.models import QuerySet
from django.db.models.functions import Substr
from wagtail.models import Page, Site

from sites.identity import village_of
from sites.querysets import village_scope, villages_showing


class Scope(NamedTuple):
    """A village, or all that show a language where `village` is None."""

    site: Site
    language: str
    village: object | None

    @classmethod
    def of(cls, index, site: Site) -> Scope:
        return cls(site, index.locale.language_code, village_of(site))

    @property
    def is_market(self) -> bool:
        return self.village is None

    @property
    def whole(self) -> Scope:
        """The market of the regency."""
        return self._replace(village=None)

    def entries(self) -> QuerySet:
        """Rows of all products that readers find here."""
        found = apps.get_model("marketplace_pages", "MarketEntry").objects.open()
        if self.is_market:
            return found.of_villages_showing(self.language)
        return found.in_language(self.language).filter(village=self.village)

    def businesses(self) -> QuerySet:
        """The businesses that readers find here."""
        found = apps.get_model("marketplace_pages", "BusinessPage").objects.in_language(self.language)
        if self.is_market:
            found = found.alias(own_container=Substr("path", 1, 2 * Page.steplen))
            found = found.filter(own_container__in=villages_showing(self.language))
        else:
            found = found.filter(village_scope(self.site))
        return found.live().public()
