"""Whether a service can be asked for at the moment."""

from services.choices import ServiceStatus
from services.models import ServicePage, ServiceState


def state_of(service: ServicePage | None) -> ServiceState | None:
    """That the service is limited or closed today, with the reason; None where all is as usual."""
    state = ServiceState.objects.filter(service=service).first() if service else None
    return state if state and state.holds else None


def is_closed(state: ServiceState | None) -> bool:
    return state is not None and state.status == ServiceStatus.CLOSED


def reason_in(state: ServiceState, language: str) -> str:
    """The reason as readers of a language understand it."""
    return state.reason_en or state.reason if language == "en" else state.reason
