"""Whether a service is as usual today; said at the counter, and seen by readers at once."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from services.choices import ServiceStatus
from services.models import ServicePage, ServiceState
from sites.models import User


@dataclass(frozen=True)
class Said:
    """What somebody says of a service, and until when; without a last day until they say otherwise."""

    status: ServiceStatus
    reason: str = ""
    reason_en: str = ""
    until: date | None = None


@transaction.atomic
def set_state(service: ServicePage, said: Said, user: User) -> None:
    """Keep the state of a service, named by its Indonesian page. As usual is no row at all."""
    if said.status == ServiceStatus.NORMAL:
        ServiceState.objects.filter(service=service).delete()
    else:
        values = {
            "status": said.status,
            "reason": said.reason,
            "reason_en": said.reason_en,
            "until": said.until,
            "set_by": user,
            "set_at": timezone.now(),
        }
        ServiceState.objects.update_or_create(service=service, defaults=values)
    log(service, "services.set_state", user=user, data={"status": str(said.status)})
