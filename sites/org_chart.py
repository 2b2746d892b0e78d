"""Who stands where in the chart of a village's government."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.db import models
from django.utils.translation import gettext, gettext_lazy


class ChartPlace(models.IntegerChoices):
    HEAD = 1, gettext_lazy("Head: kepala desa or lurah")
    SECRETARY = 2, gettext_lazy("Secretary")
    SECTION = 3, gettext_lazy("Head of affairs or of a section (kaur, kasi)")
    HAMLET = 4, gettext_lazy("Head of a hamlet (kepala dusun, kepala lingkungan)")
    STAFF = 5, gettext_lazy("Staff")


class Branch(NamedTuple):
    label: str
    people: list


class Chart(NamedTuple):
    """Heads on top, aides (the secretary) beside the trunk, branches below; any of them may be empty."""

    heads: list
    aides: list
    branches: list[Branch]


def chart(people: Iterable[Any], is_desa: bool) -> Chart | None:
    """Sort people by their `place`, each place in the given order; None for nobody."""
    by_place = {place: [] for place in ChartPlace}
    for person in people:
        by_place[person.place].append(person)
    if not any(by_place.values()):
        return None
    labels = _labels(is_desa)
    branches = [Branch(label, by_place[place]) for place, label in labels.items() if by_place[place]]
    return Chart(by_place[ChartPlace.HEAD], by_place[ChartPlace.SECRETARY], branches)


def _labels(is_desa: bool) -> dict[ChartPlace, str]:
    """A kelurahan has no affairs (kaur), and calls its hamlets lingkungan."""
    return {
        ChartPlace.SECTION: gettext("Affairs and sections") if is_desa else gettext("Sections"),
        ChartPlace.HAMLET: gettext("Hamlets") if is_desa else gettext("Neighbourhoods"),
        ChartPlace.STAFF: gettext("Staff"),
    }
