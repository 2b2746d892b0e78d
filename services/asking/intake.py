"""Taking a request in: all of it at once, or nothing, and once for each form that was sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.core.files import File
from django.db import IntegrityError, transaction
from django.utils import timezone

from services.attachments.keeping import keep
from services.choices import EntryKind, LetterKind, RequestKind, RequestState
from services.codes import make_code
from services.due import due_day
from services.duty import accounts_to_tell
from services.handling import letters
from services.models import RequestEntry, RequestFigure, ServicePage, ServiceRequest
from services.models.services import DEFAULT_KEPT_DAYS, DEFAULT_WORKING_DAYS
from sites.models import Village
from sites.patience import patient

# Without a service page that says otherwise. Information: Law 14/2008, article 22.
WORKING_DAYS = {RequestKind.INFORMATION: 10}
KEPT_DAYS = {RequestKind.INFORMATION: 365, RequestKind.COMPLAINT: 365, RequestKind.IDEA: 365}


@dataclass(frozen=True)
class Asked:
    """What somebody has filled in, clean."""

    kind: RequestKind
    name: str
    message: str
    language: str
    whatsapp: str = ""
    email: str = ""
    service: ServicePage | None = None
    comes_on: date | None = None
    topic: str = ""
    place: str = ""
    may_be_public: bool = False
    files: Sequence[File] = field(default_factory=tuple)

    @property
    def working_days(self) -> int:
        return (
            self.service.working_days if self.service else WORKING_DAYS.get(self.kind, DEFAULT_WORKING_DAYS)
        )

    @property
    def kept_days(self) -> int:
        return self.service.kept_days if self.service else KEPT_DAYS.get(self.kind, DEFAULT_KEPT_DAYS)


@patient
def take_in(village: Village, asked: Asked, key: UUID) -> ServiceRequest:
    """Keep a request with its files, and tell whom it concerns. The same form gives the same request."""
    found = ServiceRequest.objects.filter(village=village, form_key=key).first()
    if found:
        return found
    try:
        with transaction.atomic():
            return _keep(village, asked, key)
    except IntegrityError:
        # The other of two taps was faster.
        return ServiceRequest.objects.get(village=village, form_key=key)


def _keep(village: Village, asked: Asked, key: UUID) -> ServiceRequest:
    today = timezone.localdate()
    request = ServiceRequest.objects.create(
        village=village,
        kind=asked.kind,
        service=asked.service,
        service_title=asked.service.title if asked.service else "",
        code=make_code(),
        name=asked.name,
        whatsapp=asked.whatsapp,
        email=asked.email,
        language=asked.language,
        message=asked.message,
        comes_on=asked.comes_on,
        topic=asked.topic,
        place=asked.place,
        may_be_public=asked.may_be_public,
        due_on=due_day(village.site.sitesettings, today, asked.working_days),
        kept_days=asked.kept_days,
        form_key=key,
    )
    RequestEntry.objects.create(request=request, kind=EntryKind.STATE, state=RequestState.RECEIVED)
    RequestFigure.objects.create(
        village=village,
        request=request,
        kind=asked.kind,
        service_key=asked.service.service_key if asked.service else None,
        service_title=request.service_title,
        received_on=today,
        due_on=request.due_on,
    )
    keep(request, asked.files)
    if request.email:
        letters.queue(request, LetterKind.RECEIVED)
    for user in accounts_to_tell(village):
        letters.queue(request, LetterKind.ON_DUTY, user=user)
    return request
