"""What must be decided before the project starts: whose each model is, and who gets through each door."""

from collections.abc import Iterable, Iterator

from django.apps import apps
from django.core.checks import CheckMessage, Error, register
from django.db.models import Model
from wagtail.admin.viewsets import viewsets
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.contrib.settings.registry import registry as settings_registry
from wagtail.snippets.models import get_snippet_models

from .doors import REGENCY_NAMESPACES
from .gate import unruled_names
from .owners import REGENCY, owner_of
from .viewsets import OwnedViews

HOW = "Give it a field village, office, site or collection, or declare its owner; see docs/isolation.md."


@register("tenancy")
def check_owners(app_configs=None, **kwargs) -> list[CheckMessage]:
    return list(ownerless({*own_models(), *registered_models()}))


@register("tenancy")
def check_viewsets(app_configs=None, **kwargs) -> list[CheckMessage]:
    return list(blind_viewsets(viewsets.viewsets))


@register("tenancy")
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
        is_guarded = isinstance(viewset, OwnedViews) or viewset.url_namespace in REGENCY_NAMESPACES
        if not is_guarded and owner_of(viewset.model) != REGENCY:
            yield Error(
                f"The viewset of {viewset.model._meta.label} does not know whose its rows are.",
                hint="Build it on one of sites/tenancy/viewsets.py.",
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
