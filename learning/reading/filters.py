"""What readers narrow the courses to: each filter is one condition, so that counts and list agree."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from django.db.models import Count, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from learning.choices import MINUTES, Audience, Length, Level, Theme
from sites.spoken import SpokenLanguage


class Filter(NamedTuple):
    """`name` stands in the address. `condition` takes a value and the language of the list."""

    name: str
    label: str | Promise
    choices: list[tuple[str, str]]
    condition: Callable[[str, str], Q]

    def fitting(self, values: Iterable[str], own: str) -> Q:
        """Condition for courses that fit one of some values; for all courses where there is none."""
        found = Q()
        for value in values:
            found |= self.condition(value, own)
        return found


class Option(NamedTuple):
    value: str
    label: str
    count: int
    is_chosen: bool


def of_age(value: str, own: str) -> Q:
    """What is for everybody is for each age."""
    return Q(learners__in=[value, Audience.EVERYBODY])


def of_language(value: str, own: str) -> Q:
    """Where nothing is said, a course is in the language of its page."""
    return Q(language=value) | Q(language="") if value == own else Q(language=value)


def of_length(value: str, own: str) -> Q:
    first, last = MINUTES[Length(value)]
    return Q(minutes__gte=first) if last is None else Q(minutes__range=(first, last))


AGES = [choice for choice in Audience.choices if choice[0] != Audience.EVERYBODY]
FILTERS = (
    Filter("theme", _("Theme"), Theme.choices, lambda value, own: Q(theme=value)),
    Filter("level", _("Level"), Level.choices, lambda value, own: Q(level=value)),
    Filter("age", pgettext_lazy("course", "Age"), AGES, of_age),
    Filter("language", _("Language"), SpokenLanguage.choices, of_language),
    Filter("length", _("Length"), Length.choices, of_length),
)

Chosen = Mapping[str, list[str]]


def read(query) -> dict[str, list[str]]:
    """What an address asks for, by filter; what is not offered counts for nothing."""
    asked = {one.name: set(query.getlist(one.name)) for one in FILTERS}
    return {one.name: [value for value, _label in one.choices if value in asked[one.name]] for one in FILTERS}


def narrowed(chosen: Chosen, own: str, but: str = "") -> Q:
    """Condition for what fits all filters, but for one of them."""
    found = Q()
    for one in FILTERS:
        if one.name != but:
            found &= one.fitting(chosen[one.name], own)
    return found


def options(pages: QuerySet, chosen: Chosen, own: str) -> dict[str, list[Option]]:
    """The values worth a choice, each with how many courses it finds beside the other choices. One query."""
    counts = {
        f"{one.name}_{number}": Count("pk", filter=others & one.condition(value, own))
        for one, others in [(one, narrowed(chosen, own, one.name)) for one in FILTERS]
        for number, (value, _label) in enumerate(one.choices)
    }
    found = pages.order_by().aggregate(**counts)
    return {
        one.name: [
            Option(value, str(label), found[f"{one.name}_{number}"], value in chosen[one.name])
            for number, (value, label) in enumerate(one.choices)
            if found[f"{one.name}_{number}"] or value in chosen[one.name]
        ]
        for one in FILTERS
    }
