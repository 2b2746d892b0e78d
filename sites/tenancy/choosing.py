"""What somebody may point at from their own pages: what is theirs, and what the portal has published."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import TYPE_CHECKING

from django.db.models import Model, Q, QuerySet
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail.permissions import policy_registry

from sites.identity import portal_site
from sites.querysets import restriction_above, village_scope

from .access import access_of
from .owners import owner_of
from .scope import visible

if TYPE_CHECKING:
    from sites.models import User

CHOOSE = ["choose", "change", "delete"]


def choosable_pages(user: User, pages: QuerySet | None = None) -> QuerySet:
    """Limit pages to those a person may link to."""
    pages = Page.objects.all() if pages is None else pages
    if access_of(user).is_regency:
        return pages
    published = Page.objects.filter(village_scope(portal_site(), live=True)).exclude(restriction_above())
    # As a list of keys, for the search index takes no other condition.
    return pages.filter(owner_of(Page).condition(access_of(user)) | Q(pk__in=published.values("pk")))


def choosable(user: User, model: type[Model]) -> QuerySet | None:
    """What of a model a person may point at; None where the model belongs to nobody, such as tags."""
    if issubclass(model, Page):
        return choosable_pages(user)
    if issubclass(model, get_image_model() | get_document_model()):
        policy = policy_registry.get_by_type(model)
        return policy.instances_user_has_any_permission_for(user, CHOOSE)
    if getattr(model, "everybody_chooses", False):
        return model._default_manager.all()
    return visible(user, model) if owner_of(model) else None


def strangers(user: User, model: type[Model], keys: Iterable[Hashable]) -> set:
    """Return those of the keys whose objects a person may not point at."""
    allowed = choosable(user, model)
    if allowed is None:
        return set()
    return set(keys) - set(allowed.filter(pk__in=keys).values_list("pk", flat=True))
