"""Whether a service is limited or closed for now, as pages and cards say it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from django.apps import apps
from django.utils import timezone
from django.utils.translation import get_language, gettext, pgettext

from services.choices import ServiceStatus

if TYPE_CHECKING:
    from services.models import ServicePage, ServiceState


class StateHere(NamedTuple):
    """What readers are told; `language` is that of the reason."""

    status: str
    label: str
    reason: str
    language: str
    until: date | None

    @property
    def is_closed(self) -> bool:
        return self.status == ServiceStatus.CLOSED


def tell(pages: Sequence[ServicePage]) -> None:
    """Say of each service what holds there today, as `state_here`; None where all is as usual. One query."""
    keys = {page.translation_key for page in pages}
    states = apps.get_model("services", "ServiceState").objects.filter(service__translation_key__in=keys)
    rows = states.select_related("service").only(*STATE, "service__translation_key") if keys else ()
    found = {row.service.translation_key: here(row) for row in rows if row.holds}
    for page in pages:
        page.state_here = found.get(page.translation_key)


STATE = ("status", "reason", "reason_en", "until", "service_id")


def here(state: ServiceState) -> StateHere:
    is_english = get_language() == "en" and bool(state.reason_en)
    reason, language = (state.reason_en, "en") if is_english else (state.reason, "id")
    return StateHere(state.status, _label(state), reason, language, state.until)


def _label(state: ServiceState) -> str:
    if state.status == ServiceStatus.LIMITED:
        return pgettext("service", "Limited")
    return gettext("Closed today") if state.until == timezone.localdate() else gettext("Closed for now")
