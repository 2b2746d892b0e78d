"""The card of the inbox on the first page of the admin: how much is to be done."""

from django.db.models import Count, Q
from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.ui.components import Component

from services.choices import OPEN_STATES, RequestState
from services.models import RequestLetter, ServiceRequest

from .access import desks_of


class InboxPanel(Component):
    name = "requests"
    template_name = "services/admin/panel.html"
    order = 45

    def __init__(self, counts: dict[str, int]):
        self.counts = counts

    def get_context_data(self, parent_context: dict) -> dict:
        return self.counts


def counts_for(user) -> dict[str, int]:
    """What waits in somebody's inboxes. One query beside those for their reach."""
    waiting = Q(state__in=(RequestState.RECEIVED, RequestState.HANDLED))
    to_tell = RequestLetter.objects.for_staff().values("request")
    return ServiceRequest.objects.filter(village__in=desks_of(user)).aggregate(
        new=Count("pk", Q(state=RequestState.RECEIVED)),
        open=Count("pk", Q(state__in=OPEN_STATES)),
        late=Count("pk", waiting & Q(due_on__lt=timezone.localdate())),
        mine=Count("pk", waiting & Q(assignee=user)),
        to_tell=Count("pk", Q(pk__in=to_tell)),
    )


def panels_for(request: HttpRequest) -> list[Component]:
    if not desks_of(request.user):
        return []
    counts = counts_for(request.user)
    return [InboxPanel(counts)] if counts["open"] or counts["to_tell"] else []
