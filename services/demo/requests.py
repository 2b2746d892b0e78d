"""Sample requests and complaints in Kemiren's inbox, of some days, and what was counted in the months before.

Nobody is written to about them: their phone numbers reach nobody, and the letters to staff are left out.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import uuid4
from zlib import crc32

from django.db import transaction
from django.utils import timezone

from services.asking.intake import Asked, take_in
from services.choices import RequestKind, RequestState
from services.due import due_day
from services.handling import acts
from services.models import RequestFigure, RequestLetter, ServicePage, ServiceRequest
from sites.models import Village

from . import own_services, samples

# Indonesian free-call numbers start with 0800-1, so that these reach nobody.
FIRST_PHONE = 8_000_000_800
PAST_MONTHS, MONTH_DAYS = 6, 30


def seed(report) -> None:
    village = samples.village()
    if village is None or ServiceRequest.objects.filter(village=village).exists():
        return
    rows = samples.read()["requests"]
    with transaction.atomic():
        for number, row in enumerate(rows, start=1):
            add(row, village, number)
        RequestFigure.objects.bulk_create(past_figures(village))
        RequestLetter.objects.filter(request__village=village).delete()
    report(f"{len(rows)} requests")


def add(row: dict, village: Village, number: int) -> None:
    """Ask, let the office act, and let all of that be some days ago."""
    slug = row.get("service")
    asked = Asked(
        kind=RequestKind(row["kind"]),
        service=own_services.by_slug(slug, village) if slug else None,
        name=row["name"],
        message=row["message"],
        language="id",
        whatsapp=f"+62{FIRST_PHONE + number}",
        topic=row.get("topic", ""),
        place=row.get("place", ""),
        may_be_public=row.get("may_be_public", False),
    )
    request, clerk = take_in(village, asked, uuid4()), samples.clerk_of(village)
    state = request.state
    for next_state, text in row["acts"]:
        acts.change_state(request, state, next_state, clerk, text)
        state = next_state
    if "public" in row:
        acts.publish(request, *row["public"], [])
    age(ServiceRequest.objects.get(pk=request.pk), row["days_ago"])


def age(request: ServiceRequest, days: int) -> None:
    """Move a request into the past: it came in then, was due in time, and one step followed each day."""
    came = request.created_at - timedelta(days=days)
    received = timezone.localdate(came)
    due_on = due_day(request.village.site.sitesettings, received, working_days_of(request))
    for step, entry in enumerate(request.entries.order_by("pk")):
        entry.created_at = came + timedelta(days=min(step, days), minutes=step)
        entry.save(update_fields=["created_at"])
    last = request.entries.order_by("pk").last().created_at
    closed_at = last if request.closed_at else None
    published_at = last if request.published_at else None
    ServiceRequest.objects.filter(pk=request.pk).update(
        created_at=came, agreed_at=came, due_on=due_on, closed_at=closed_at, published_at=published_at
    )
    RequestFigure.objects.filter(request=request).update(
        received_on=received, due_on=due_on, closed_on=timezone.localdate(last) if closed_at else None
    )


def working_days_of(request: ServiceRequest) -> int:
    return Asked(
        kind=RequestKind(request.kind), name="", message="", language="id", service=request.service
    ).working_days


def past_figures(village: Village) -> Iterator[RequestFigure]:
    """Made-up figures of requests that are erased by now, the same in every demo."""
    today = timezone.localdate()
    services = ServicePage.objects.in_village(village.site).in_language("id").taken_over().order_by("slug")
    for service in services:
        for ago in range(1, PAST_MONTHS * MONTH_DAYS, 3):
            seed = crc32(f"{service.slug} {ago}".encode())
            if seed % 3 == 0:
                yield past_figure(village, service, today - timedelta(days=ago + MONTH_DAYS), seed)


def past_figure(village: Village, service: ServicePage, received: date, seed: int) -> RequestFigure:
    refused = seed % 17 == 0
    return RequestFigure(
        village=village,
        kind=RequestKind.SERVICE,
        service_key=service.service_key,
        service_title=service.title,
        received_on=received,
        due_on=received + timedelta(days=service.working_days + 2),
        closed_on=received + timedelta(days=seed // 7 % 8),
        state=RequestState.REFUSED if refused else RequestState.DONE,
    )
