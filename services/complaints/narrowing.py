"""What readers narrow the list of complaints and ideas to: each filter with how many it leaves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlencode

from django.db.models import Count, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, pgettext_lazy

from services.choices import OPEN_STATES, PUBLIC_KINDS, ComplaintTopic, RequestKind

OPEN, CLOSED = "open", "closed"


class Filter(NamedTuple):
    """`name` stands in the address."""

    name: str
    label: str | Promise
    choices: Mapping[str, str | Promise]


FILTERS = (
    Filter("kind", gettext_lazy("Kind"), {kind.value: RequestKind(kind).label for kind in PUBLIC_KINDS}),
    Filter(
        "state",
        gettext_lazy("State"),
        {
            OPEN: pgettext_lazy("complaints", "Still open"),
            CLOSED: pgettext_lazy("complaints", "Closed"),
        },
    ),
    Filter("topic", gettext_lazy("About"), dict(ComplaintTopic.choices)),
)


class Row(NamedTuple):
    """The choices of one filter, for `components/category_chips.html`."""

    chips_label: str | Promise
    categories: list[dict]
    all_url: str
    all_are_shown: bool


class Narrowing:
    """What was chosen, read from an address; what is no choice counts as none."""

    def __init__(self, query: Mapping[str, str]):
        asked = {one.name: query.get(one.name, "") for one in FILTERS}
        self.chosen = {one.name: asked[one.name] for one in FILTERS if asked[one.name] in one.choices}

    def applied(self, found: QuerySet) -> QuerySet:
        values = dict(self.chosen)
        if state := values.pop("state", ""):
            found = (
                found.filter(state__in=OPEN_STATES) if state == OPEN else found.exclude(state__in=OPEN_STATES)
            )
        return found.filter(**values)

    def rows(self, found: QuerySet, url: str) -> list[Row]:
        """The filters that would tell anything apart. One query."""
        groups = [
            ({"kind": kind, "state": OPEN if state in OPEN_STATES else CLOSED, "topic": topic}, number)
            for kind, state, topic, number in found.order_by()
            .values_list("kind", "state", "topic")
            .annotate(number=Count("pk"))
        ]
        return [self._row(one, groups, url) for one in FILTERS]

    def _row(self, one: Filter, groups: list[tuple[dict, int]], url: str) -> Row:
        others = {name: value for name, value in self.chosen.items() if name != one.name}
        numbers: Counter[str] = Counter()
        for values, number in groups:
            if all(values[name] == value for name, value in others.items()):
                numbers[values[one.name]] += number
        chosen = self.chosen.get(one.name)
        categories = [
            {
                "label": label,
                "url": f"{url}?{urlencode({**others, one.name: value})}",
                "current": value == chosen,
                "count": numbers[value],
            }
            for value, label in one.choices.items()
            if numbers[value] or value == chosen
        ]
        return Row(one.label, categories, f"{url}?{urlencode(others)}" if others else url, chosen is None)

    @property
    def labels(self) -> list[str]:
        return [str(one.choices[self.chosen[one.name]]) for one in FILTERS if one.name in self.chosen]
