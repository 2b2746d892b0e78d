"""The lists of businesses below a showcase and below the market: all of them, and what tourists look for."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.translation import gettext

from marketplace_pages.addresses import BUSINESSES, TOURISM
from marketplace_pages.choices import TOURISM as TOURISM_KINDS
from marketplace_pages.choices import BusinessKind
from sites.frame import frame_for
from sites.languages import absolute_addresses, alternates
from sites.parts import Part


class BusinessList(Part):
    schema_type = "CollectionPage"

    def __init__(self, whole, slug: str):
        self.whole, self.slug = whole, slug

    @property
    def is_tourism(self) -> bool:
        return self.slug == TOURISM

    @property
    def kinds(self) -> tuple[BusinessKind, ...]:
        return TOURISM_KINDS if self.is_tourism else tuple(BusinessKind)

    @property
    def title(self) -> str:
        return gettext("Places to visit and to stay") if self.is_tourism else gettext("Businesses")

    @property
    def summary(self) -> str:
        if self.is_tourism:
            return gettext("Where to go, stay and eat, and who shows you around, with prices and hours.")
        return gettext("Who makes and offers what, and where to find them.")

    def in_version(self, page) -> BusinessList:
        return BusinessList(page, self.slug)

    def structured_data(self, request: HttpRequest) -> dict:
        return {}


def part_context(part: BusinessList, request: HttpRequest) -> dict:
    """What the head, the trail and the language switch say of a part. No query."""
    frame, address = frame_for(request), request.build_absolute_uri(part.get_url(request))
    versions = {code: part.in_version(page) for code, page in frame.translations.items()}
    frame.translations = versions
    return {
        "part": part,
        "breadcrumbs": part.open_trail,
        "description": part.summary,
        "share_url": address,
        "canonical_url": address,
        "alternates": alternates(absolute_addresses(versions, request)),
    }


def parts_of(index) -> list[BusinessList]:
    return [BusinessList(index, slug) for slug in (BUSINESSES, TOURISM)]
