"""Requests about the services of another village: their states, what they say, what they take over."""

from collections.abc import Iterator

from django.urls import reverse

from services.editing.resolving import changes_now
from services.models import ServicePage

from .walk import Probe
from .world import Part


def service_writes(other: Part, own: Part) -> Iterator[Probe]:
    service = ServicePage.objects.select_related("locale", "latest_revision").get(pk=other.has.service.pk)
    said = {"status": "limited", "reason": "Titipan", "until": ""}
    yield _post("service", service.pk, said)
    yield _post("checked", service.pk)
    changes = changes_now(service)
    decided = {"field": [change.name for change in changes], "seen": [change.seen for change in changes]}
    for act in ("accept", "keep"):
        yield _post("changes", service.pk, {**decided, "act": act, "version": service.pk})
    yield _post("take_over", other.has.template.pk, {"village": other.village.pk})


def _post(name: str, key: int, data: dict | None = None) -> Probe:
    full = f"service_desk:{name}"
    return Probe(full, reverse(full, args=[key]), "post", data or {})
