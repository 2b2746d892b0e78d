"""What must be decided before the project starts: whose each model is, and who gets through each door."""

from collections.abc import Iterable, Iterator

from django.apps import apps
from django.core.checks import CheckMessage, Error, register
from django.db.models import Model
from wagtail.admin.viewsets import viewsets
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.contrib.settings.registry import registry as settings_registry
from wagtail.permissions import policy_registry
from wagtail.snippets.models import get_snippet_models

from .doors import REGENCY_NAMESPACES
from .gate import unruled_names
from .owners import REGENCY, owner_of
from .policies import OwnedPolicy
from .viewsets import OwnedViews

HOW = "Give it a field village, office, site or collection, or declare its owner; see docs/isolation.md."


def register_checks() -> None:
    for check in (check_owners, check_viewsets, check_doors):
        register(check, "tenancy")


def check_owners(app_configs=None, **kwargs) -> list[CheckMessage]:
    return list(ownerless({*own_models(), *registered_models()}))


def check_viewsets(app_configs=None, **kwargs) -> list[CheckMessage]:
    return list(blind_viewsets(viewsets.viewsets))


def check_doors(app_configs=None, **kwargs) -> list[CheckMessage]:
    return [
        Error(
            f"The admin view “{name}” has no rule and is closed.",
            hint="Say in sites/tenancy/doors.py who may go through.",
            id="tenancy.E003",
        )
        for name in unruled_names()
    ]


def ownerless(models: Iterable[type[Model]]) -> Iterator[Error]:
    for model in sorted(models, key=lambda model: model._meta.label):
        if owner_of(model) is None:
            yield Error(f"{model._meta.label} has no owner.", hint=HOW, obj=model, id="tenancy.E001")


def blind_viewsets(registered: Iterable) -> Iterator[Error]:
    """Viewsets of ours for rows of villages, whose views would show everybody everything."""
    for viewset in registered:
        is_ours = not type(viewset).__module__.startswith("wagtail.")
        if not is_ours or not isinstance(viewset, ModelViewSet | ChooserViewSet):
            continue
        if viewset.url_namespace in REGENCY_NAMESPACES or owner_of(viewset.model) == REGENCY:
            continue
        policy = policy_registry.get_by_type(viewset.model, fallback=False)
        if not isinstance(viewset, OwnedViews) or not isinstance(policy, OwnedPolicy):
            yield Error(
                f"The viewset of {viewset.model._meta.label} does not know whose its rows are.",
                hint="Build it on sites/tenancy/viewsets.py, and register an OwnedPolicy for the model.",
                obj=type(viewset),
                id="tenancy.E002",
            )


def own_models() -> Iterator[type[Model]]:
    """Models of the project's own apps, which do not lie where packages are installed."""
    for config in apps.get_app_configs():
        if "site-packages" not in config.path:
            yield from config.get_models()


def registered_models() -> Iterator[type[Model]]:
    yield from get_snippet_models()
    yield from settings_registry
