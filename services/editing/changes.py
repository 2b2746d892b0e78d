"""What a regency's template says otherwise than when the village last looked at it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from services.models import ServicePage

from .fields import fields_of, label_of, lines_of, value_of, values_of


@dataclass(frozen=True)
class Line:
    """A line of a text, and whether the text beside it lacks it."""

    text: str
    is_other: bool


@dataclass(frozen=True)
class Change:
    """One field of a template that has changed: what stood there, what stands there, what the village has."""

    name: str
    old: object
    new: object
    own: object

    @property
    def label(self) -> str:
        return label_of(self.name)

    @property
    def is_adjusted(self) -> bool:
        """Whether the village had written something of its own here."""
        return self.own != self.old

    @property
    def seen(self) -> str:
        """What somebody has seen who decides; it differs once the template or the own page has changed."""
        text = json.dumps([self.new, self.own], sort_keys=True, ensure_ascii=False)
        return sha256(text.encode()).hexdigest()[:24]

    @property
    def old_lines(self) -> list[Line]:
        return _beside(self.name, self.old, self.new)

    @property
    def new_lines(self) -> list[Line]:
        return _beside(self.name, self.new, self.old)

    @property
    def own_lines(self) -> list[Line]:
        return _beside(self.name, self.own, self.new)


def _beside(name: str, value, other) -> list[Line]:
    there = set(lines_of(name, other))
    return [Line(text, text not in there) for text in lines_of(name, value)]


def changes_of(own: ServicePage, template: ServicePage) -> list[Change]:
    """The fields to decide, in the order of the editor. Nothing where the village says the same already."""
    return list(_changes(own, template))


def _changes(own: ServicePage, template: ServicePage) -> Iterator[Change]:
    for name in fields_of(own):
        new, mine = value_of(template, name), value_of(own, name)
        # A field that templates did not have when this one was taken over.
        old = own.template_values.get(name, "" if isinstance(new, str) else None)
        if old != new and mine != new:
            yield Change(name, old, new, mine)


def adjusted_fields(own: ServicePage) -> list[str]:
    """What a village has written otherwise than the template that it took over."""
    return [
        name
        for name, value in values_of(own).items()
        if name in own.template_values and value != own.template_values[name]
    ]
