"""To whom the rows of a model belong: a village, an office, or the regency.

`owner_of()` finds it by itself: a page by its place in the tree; other models by
a field `collection`, `village`, `office` or `site`, in this order, or through the
object that they are a part of (`ParentalKey`). What belongs through another
field says so: `owned_through = "image"`. What belongs to the regency is declared
with `belongs_to_regency()`. A model with no owner fails a system check.
"""

from dataclasses import dataclass, replace
from enum import Enum, auto

from django.db.models import Model, Q
from modelcluster.fields import ParentalKey
from wagtail.models import Page

from .access import Access


class Kind(Enum):
    """What the value at the end of a lookup is compared with."""

    PAGES = auto()
    COLLECTIONS = auto()
    VILLAGES = auto()
    OFFICES = auto()
    SITES = auto()
    REGENCY = auto()


TREES = {Kind.PAGES: "page_roots", Kind.COLLECTIONS: "collection_roots"}
KEYS = {Kind.VILLAGES: "village_keys", Kind.OFFICES: "office_keys", Kind.SITES: "site_keys"}
FIELDS = {
    "collection": ("collection__path", Kind.COLLECTIONS),
    "village": ("village_id", Kind.VILLAGES),
    "office": ("office_id", Kind.OFFICES),
    "site": ("site_id", Kind.SITES),
}


@dataclass(frozen=True)
class Owner:
    """Where the owner of a row stands: the lookup that leads there, and what is found at its end."""

    kind: Kind
    lookup: str = ""

    def condition(self, access: Access) -> Q:
        """Condition for the rows within somebody's reach."""
        if access.is_regency:
            return Q()
        found = Q(pk__in=[])
        if self.kind in TREES:
            for root in getattr(access, TREES[self.kind]):
                found |= Q(**{f"{self.lookup}__startswith": root})
        elif self.kind in KEYS:
            found = Q(**{f"{self.lookup}__in": getattr(access, KEYS[self.kind])})
        return found

    def holds(self, access: Access, instance: Model) -> bool:
        """Whether one row is within reach; asks the database only for objects on the way to its owner."""
        if access.is_regency or self.kind is Kind.REGENCY:
            return access.is_regency
        value = instance
        for name in self.lookup.split("__"):
            value = getattr(value, name, None)
        if self.kind in TREES:
            return value is not None and value.startswith(getattr(access, TREES[self.kind]))
        return value in getattr(access, KEYS[self.kind])

    def through(self, field: str) -> "Owner":
        """The owner of what points here with a field."""
        return replace(self, lookup=f"{field}__{self.lookup}") if self.lookup else self


REGENCY = Owner(Kind.REGENCY)
_declared: dict[type[Model], Owner] = {}


def belongs_to_regency(*models: type[Model]) -> None:
    for model in models:
        _declared[model] = REGENCY


def declare_owner(model: type[Model], kind: Kind, lookup: str) -> None:
    """Say where the owner of a model stands that shows it in no other way."""
    _declared[model] = Owner(kind, lookup)


def owner_of(model: type[Model]) -> Owner | None:
    """Return where the owner of a model's rows is found, or None when nothing tells."""
    for base in model.__mro__:
        if base in _declared:
            return _declared[base]
    if issubclass(model, Page):
        return Owner(Kind.PAGES, "path")
    if field := getattr(model, "owned_through", None):
        return _through(model, field)
    for name, (lookup, kind) in FIELDS.items():
        if _has_field(model, name):
            return Owner(kind, lookup)
    parents = [field.name for field in model._meta.fields if isinstance(field, ParentalKey)]
    return _through(model, parents[0]) if parents else None


def _through(model: type[Model], name: str) -> Owner | None:
    owner = owner_of(model._meta.get_field(name).related_model)
    return owner and owner.through(name)


def _has_field(model: type[Model], name: str) -> bool:
    return any(field.name == name and field.is_relation for field in model._meta.concrete_fields)
