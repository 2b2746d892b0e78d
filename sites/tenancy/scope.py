"""The one question all of the project asks: may this person see that?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ImproperlyConfigured
from django.db.models import Model, QuerySet

from .access import access_of
from .owners import Owner, owner_of

if TYPE_CHECKING:
    from sites.models import User


def can_see(user: User, instance: Model) -> bool:
    """Whether an object belongs to a village, an office or the regency that the person works for.

    What readers see is no matter here; this is about the side behind the log-in.
    """
    return _owner(type(instance)).holds(access_of(user), instance)


def visible(user: User, model: type[Model], queryset: QuerySet | None = None) -> QuerySet:
    """Limit the rows of a model, or of a queryset of it, to what `can_see` says yes to."""
    rows = model._default_manager.all() if queryset is None else queryset
    return rows.filter(_owner(model).condition(access_of(user)))


def _owner(model: type[Model]) -> Owner:
    owner = owner_of(model)
    if owner is None:
        raise ImproperlyConfigured(f"{model._meta.label} has no owner; see sites/tenancy/owners.py.")
    return owner
