"""The queue of a village office: what waits longest, first."""

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView

from services.models import ServiceRequest
from sites.admin.columns import STACKED, TextColumn

from .access import desks_of, requests_of
from .desk import DESK_TITLE, NAMESPACE


def age_text(request: ServiceRequest) -> str:
    """For how long it has waited, in days."""
    days = (timezone.localdate() - timezone.localdate(request.created_at)).days
    if not days:
        return _("today")
    return ngettext("%(days)d day", "%(days)d days", days) % {"days": days}


def due_text(request: ServiceRequest) -> str:
    if not request.is_open:
        return ""
    day = date_format(request.due_on, "j M Y")
    return _("%(day)s, late") % {"day": day} if request.is_overdue else day


class InboxView(BaseListingView):
    model = ServiceRequest
    page_title = DESK_TITLE
    header_icon = "mail"
    index_url_name = f"{NAMESPACE}:index"
    index_results_url_name = f"{NAMESPACE}:index_results"
    paginate_by = 25
    table_classname = STACKED
    verbose_name_plural = ServiceRequest._meta.verbose_name_plural

    @cached_property
    def columns(self) -> list[Column]:
        columns = [
            TitleColumn(
                "subject",
                label=gettext_lazy("Request"),
                accessor="subject",
                get_url=lambda request: reverse(f"{NAMESPACE}:request", args=[request.pk]),
            ),
            TextColumn("kind", label=gettext_lazy("Kind"), accessor="get_kind_display"),
            TextColumn("name", label=gettext_lazy("Name"), accessor="name"),
            TextColumn("state", label=gettext_lazy("State"), accessor="get_state_display"),
            TextColumn("age", label=gettext_lazy("Waits since"), accessor=age_text),
            TextColumn("due", label=gettext_lazy("Due on"), accessor=due_text),
            TextColumn("assignee", label=gettext_lazy("Looked after by"), accessor="assignee"),
        ]
        if len(desks_of(self.request.user)) > 1:
            columns.insert(1, TextColumn("village", label=gettext_lazy("Village"), accessor="village"))
        return columns

    def get_base_queryset(self):
        found = requests_of(self.request.user).select_related("village", "assignee")
        return found.in_queue_order()

    @property
    def no_results_message(self) -> str:
        return _("Nobody has asked anything yet. What people send on the pages of your services comes here.")
