"""The queue of a village office: what waits longest, first."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.admin.widgets.button import HeaderButton

from services.models import ServiceRequest
from services.querysets import RequestQuerySet
from sites.admin.columns import STACKED, TextColumn
from sites.admin.finding import FoundByForm
from sites.models import Village
from sites.team.members import name_of
from sites.tenancy import is_publisher, working_village

from .access import desks_of, managed_desks_of
from .desk import DESK_TITLE, NAMESPACE
from .finding import FindForm, NarrowForm
from .history import note_search
from .ready_answers import OfAnswers
from .report import REGENCY_TITLE, REPORT_TITLE
from .roster import OfShifts


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


def assignee_text(request: ServiceRequest) -> str:
    return name_of(request.assignee) if request.assignee else _("nobody yet")


def state_text(request: ServiceRequest) -> str:
    state = request.get_state_display()
    return _("%(state)s, to tell on WhatsApp") % {"state": state} if request.has_to_tell else state


class InboxView(FoundByForm, BaseListingView):
    model = ServiceRequest
    find_form_class = FindForm
    template_name = "sites/admin/desk/find_listing.html"
    page_title = DESK_TITLE
    header_icon = "mail"
    index_url_name = f"{NAMESPACE}:index"
    index_results_url_name = f"{NAMESPACE}:index_results"
    paginate_by = 25
    table_classname = STACKED
    verbose_name_plural = ServiceRequest._meta.verbose_name_plural

    @cached_property
    def desks(self) -> list[Village]:
        return desks_of(self.request.user)

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
            TextColumn("state", label=gettext_lazy("State"), accessor=state_text),
            TextColumn("age", label=gettext_lazy("Waits since"), accessor=age_text),
            TextColumn("due", label=gettext_lazy("Due on"), accessor=due_text),
            TextColumn("assignee", label=gettext_lazy("Looked after by"), accessor=assignee_text),
        ]
        if len(self.desks) > 1:
            columns.insert(1, TextColumn("village", label=gettext_lazy("Village"), accessor="village"))
        return columns

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        answer = super().get(request, *args, **kwargs)
        if self.is_finding:
            note_search({found.village for found in self.object_list}, request.user)
        return answer

    @cached_property
    def requests(self) -> RequestQuerySet:
        return ServiceRequest.objects.filter(village__in=self.desks)

    @cached_property
    def narrow_form(self) -> NarrowForm:
        titles = self.requests.exclude(service_title="").order_by("service_title")
        return NarrowForm(self.request.GET, titles.values_list("service_title", flat=True).distinct())

    def get_base_queryset(self):
        if self.is_finding:
            rows = self.find_form.find(self.requests)
        else:
            rows = self.narrow_form.narrow(self.requests, self.request.user)
        return rows.select_related("village", "assignee").with_open_letters().in_queue_order()

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        """What belongs to the inbox of one village: the working one, or else the first."""
        working = working_village(self.request)
        village = working if working in self.desks else next(iter(self.desks), None)
        buttons = self._buttons_of(village) if village else []
        if is_publisher(self.request.user):
            url = reverse(f"{NAMESPACE}:regency_report")
            buttons.append(HeaderButton(REGENCY_TITLE, url, icon_name="globe"))
        return buttons

    def _buttons_of(self, village: Village) -> list[HeaderButton]:
        pages = [(OfAnswers.list_title, "answers", "list-ul"), (REPORT_TITLE, "report", "view")]
        if village in managed_desks_of(self.request.user):
            pages.insert(1, (OfShifts.list_title, "roster", "group"))
        return [
            HeaderButton(label, reverse(f"{NAMESPACE}:{name}", args=[village.pk]), icon_name=icon)
            for label, name, icon in pages
        ]

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(**kwargs) | {"narrow_form": self.narrow_form}

    @property
    def no_results_message(self) -> str:
        if self.is_finding:
            return _("No request has such a name, code or number.")
        if self.narrow_form.changed_data:
            return _("No request fits what you chose.")
        return _("Nothing is to be done. What people send on the pages of your services comes here.")
