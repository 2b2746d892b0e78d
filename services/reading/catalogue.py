"""A list of services as readers asked for it: by what happens in life, by category, by words.

A village has a few dozen services, so that all are fetched at once and counted in memory.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlencode

from django.http import QueryDict
from wagtail.models import Site

from services.choices import CATEGORY_ICONS, EVENT_ICONS, Category, LifeEvent

from . import state
from .searching import Found, search

if TYPE_CHECKING:
    from services.models import GuidePage, ServiceIndexPage, ServicePage

EVENT, CATEGORY, WORDS, AS_TYPED = "event", "category", "q", "exact"
ORDER = list(Category)
COURSE_OF_LIFE = ["", *LifeEvent]


class Choice(NamedTuple):
    """As components/category_chips.html and life_events.html take it."""

    label: str
    icon: str
    url: str
    current: bool
    count: int


class Group(NamedTuple):
    label: str
    icon: str
    services: list[ServicePage]


@dataclass(frozen=True)
class Asked:
    """What stands in the address; values that are not offered count as none."""

    words: str = ""
    as_typed: bool = False
    event: str = ""
    category: str = ""

    @classmethod
    def read(cls, query: QueryDict) -> Asked:
        event, category = query.get(EVENT, ""), query.get(CATEGORY, "")
        return cls(
            query.get(WORDS, ""),
            AS_TYPED in query,
            event if event in LifeEvent else "",
            category if category in Category else "",
        )

    def has_event(self, page: ServicePage) -> bool:
        return not self.event or self.event in page.life_events

    def has_category(self, page: ServicePage) -> bool:
        return not self.category or self.category == page.category

    def wants_guide(self, guide: GuidePage) -> bool:
        """A guide leads through several categories: where one is chosen, none is wanted."""
        return not self.category and self.event in ("", guide.life_event)

    def address(self, url: str, **changes: str) -> str:
        """The address of the list with other choices; the words stay."""
        values = {WORDS: self.words, EVENT: self.event, CATEGORY: self.category} | changes
        query = urlencode({name: value for name, value in values.items() if value})
        return f"{url}?{query}" if query else url


@dataclass(frozen=True)
class Catalogue:
    """`fitting` is what the words find; `services` and `guides` what the choices leave of it."""

    asked: Asked
    found: Found
    total: int
    fitting: Sequence[ServicePage]
    services: Sequence[ServicePage]
    guides: Sequence[GuidePage]

    @property
    def is_narrowed(self) -> bool:
        return bool(self.found.query or self.asked.event or self.asked.category)

    def events(self, url: str) -> list[Choice]:
        """What happens in life and has services, each with how many fit the other choices."""
        pages = [page for page in self.fitting if self.asked.has_category(page)]
        numbers = Counter(event for page in pages for event in page.life_events)
        return [
            self._choice(event.label, EVENT_ICONS[event], EVENT, event, numbers, url)
            for event in LifeEvent
            if numbers[event] or event == self.asked.event
        ]

    def categories(self, url: str) -> list[Choice]:
        numbers = Counter(page.category for page in self.fitting if self.asked.has_event(page))
        return [
            self._choice(category.label, CATEGORY_ICONS[category], CATEGORY, category, numbers, url)
            for category in Category
            if numbers[category] or category == self.asked.category
        ]

    def _choice(self, label, icon, name: str, value: str, numbers: Counter, url: str) -> Choice:
        is_current = getattr(self.asked, name) == value
        address = self.asked.address(url, **{name: "" if is_current and name == EVENT else value})
        return Choice(label, icon, address, is_current, numbers[value])


def catalogue(index: ServiceIndexPage, site: Site, query: QueryDict) -> Catalogue:
    """Three queries, and one for each way to read the words."""
    asked = Asked.read(query)
    lists = [index.entries(site, label).listed() for label in (index.lists, *index.also_lists)]
    services, guides = (list(pages.for_cards().in_listing_order()) for pages in lists)
    found = search(asked.words, asked.as_typed, index, [*services, *guides])
    fitting = [page for page in services if found.has(page)]
    shown = [page for page in fitting if asked.has_event(page) and asked.has_category(page)]
    guides = [guide for guide in guides if found.has(guide) and asked.wants_guide(guide)]
    guides.sort(key=lambda guide: COURSE_OF_LIFE.index(guide.life_event))
    state.tell(shown)
    return Catalogue(asked, found, len(services), fitting, shown, guides)


def groups(services: Sequence[ServicePage]) -> Iterator[Group]:
    """Services that stand in the order of categories, by category."""
    for category in ORDER:
        if same := [page for page in services if page.category == category]:
            yield Group(category.label, CATEGORY_ICONS[category], same)
