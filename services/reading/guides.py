"""The steps of a guide, each with the page of its service that readers of a site open."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from django.apps import apps
from django.db.models import Q
from django.http import HttpRequest
from wagtail.models import Site

from sites.frame import frame_for

from .state import tell

if TYPE_CHECKING:
    from services.models import GuidePage, ServicePage


class Step(NamedTuple):
    title: str
    text: str
    service: ServicePage | None


def steps_of(page: GuidePage, request: HttpRequest) -> list[Step]:
    """Three queries at most: the services that were chosen, those to open, and the states of these."""

    chosen = [block.value["service"] for block in page.steps]
    keys = {service.translation_key for service in chosen if service}
    found = services_here(keys, page, frame_for(request).site)
    tell(list(found.values()))
    return [
        Step(block.value["title"], block.value["text"], found.get(getattr(service, "translation_key", None)))
        for block, service in zip(page.steps, chosen, strict=True)
    ]


def services_here(keys: set[UUID], page: GuidePage, site: Site) -> dict[UUID, ServicePage]:
    """The services of a site in the language of a guide, by what was chosen there.

    Where a village has taken a template over, its own page stands for it.
    """
    if not keys:
        return {}
    services = apps.get_model("services", "ServicePage").objects.shown_on(site).listed()
    same = services.filter(Q(translation_key__in=keys) | Q(template_key__in=keys), locale=page.locale_id)
    found = {}
    for service in same.for_cards().order_by("-is_guest", "pk"):
        found |= {key: service for key in (service.translation_key, service.template_key) if key in keys}
    return found
