"""The questions asked of villages and offices."""

from typing import Self

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef
from wagtail.models import Page

from sites.slips import slips

# Of a mistyped name: how much of its beginning is taken to be right, and of its letters is looked at.
BEGINNING, LONGEST = 3, 40
MOST_ALIKE = 50
# Columns of a village, its site and its settings that name it, say where it lies and lead to it.
SHOWN = (
    "code",
    "name",
    "name_key",
    "kind",
    "district",
    "latitude",
    "longitude",
    "altitude_m",
    "closed_at",
    "site__hostname",
    "site__port",
    "site__sitesettings__accent",
    "site__sitesettings__english_enabled",
)


class VillageQuerySet(models.QuerySet):
    def open(self) -> Self:
        """Villages whose site is there and not closed."""
        return self.filter(site__isnull=False, closed_at__isnull=True)

    def with_site(self) -> Self:
        """Fetch what `url`, `accent` and `container_path` need, so that a list costs one query."""
        return self.select_related("site__sitesettings", "container")

    def light(self) -> Self:
        """What lists of all villages show: `with_site()` loads all columns of four models instead.

        Of the container only its path is there; each column beside `SHOWN` costs a query.
        """
        found = self.select_related("site__sitesettings").annotate(known_path=F("container__path"))
        return found.only(*SHOWN)

    def owning(self, page: Page) -> Self:
        """The village below whose container a page stands."""
        return self.filter(container__path=page.path[: 2 * page.steplen])

    def showing(self, language_code: str) -> Self:
        """Open villages whose site has pages in a language."""
        if language_code == settings.LANGUAGE_CODE:
            return self.open()
        return self.open().filter(site__sitesettings__english_enabled=True)

    def alike(self, key: str) -> list:
        """Villages that a mistyped name may mean: a slip of the finger away, or of the same beginning.

        At most 100, which the index of names finds. Two queries that cost the same however many villages
        there are.
        """
        key, ordered = key[:LONGEST], self.order_by("name_key", "pk")
        if len(key) < BEGINNING:
            return []
        close = ordered.filter(name_key__in=[key, *slips(key)])[:MOST_ALIKE]
        begun = ordered.filter(name_key__startswith=key[:BEGINNING])[:MOST_ALIKE]
        return list({village.pk: village for village in [*close, *begun]}.values())

    def located(self) -> Self:
        """Villages whose place on the map is known."""
        return self.filter(latitude__isnull=False, longitude__isnull=False)


class OfficeQuerySet(models.QuerySet):
    def opened(self) -> Self:
        """Offices that have a page of their own."""
        return self.filter(Exists(_office_pages().filter(office=OuterRef("pk"))))

    def with_page(self, language_code: str) -> list:
        """A list of them, each with its page that readers may open, or None, as `page`. Two queries.

        Those with a page come first, then those of the programme; both are `in_front` of the others.
        """
        pages = _office_pages().live().public().in_language(language_code).select_related("locale")
        by_office = {page.office_id: page for page in pages.defer_streamfields()}
        offices = list(self)
        for office in offices:
            office.page = by_office.get(office.pk)
            office.in_front = office.page is not None or office.named_in_programme
        return sorted(offices, key=lambda office: (office.page is None, not office.named_in_programme))


def _office_pages():
    return apps.get_model("sites", "OfficePage").objects


def villages() -> VillageQuerySet:
    return apps.get_model("sites", "Village").objects


def villages_showing(language_code: str):
    """Tree paths of the containers of villages with pages in a language, as part of a query."""
    return villages().showing(language_code).values("container__path")
