"""“Reach”: what an office's pages have come to, for its staff; for portal staff, those of all offices."""

from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from django_filters import ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.mixins import SpreadsheetExportMixin
from wagtail.models import Page

from sites.admin.columns import NumberColumn
from sites.models import Office
from sites.plots import plot_of
from sites.reports.shared import local
from sites.spreadsheets import harmless
from sites.tenancy import is_portal_staff

from . import reach
from .addresses import REGENCY
from .listing import OFFICE, ReckonedListingView

NAMESPACE = "reach"


class PublisherFilterSet(WagtailFilterSet):
    publisher = ChoiceFilter(label=OFFICE, method="of_publisher")

    class Meta:
        model = Page
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        offices = [(office.slug, office.abbreviation) for office in Office.objects.opened()]
        self.filters["publisher"].extra["choices"] = [(REGENCY, _("Banyuwangi Regency")), *offices]

    def of_publisher(self, queryset, name: str, value: str):
        return reach.of_publisher(queryset, value)


class ReachListView(SpreadsheetExportMixin, ReckonedListingView):
    page_title = _("Reach")
    header_icon = "view"
    index_url_name = f"{NAMESPACE}:index"
    index_results_url_name = f"{NAMESPACE}:index_results"
    results_template_name = "sites/admin/sharing/reach_results.html"
    columns = [
        TitleColumn(
            "title",
            accessor="page.title",
            label=_("Title"),
            classname="title",
            get_url=lambda found: reverse(f"{NAMESPACE}:page", args=[found.pk]),
        ),
        Column("publisher", label=OFFICE, accessor="page.publisher", width="14%"),
        DateColumn("date", label=_("Published"), accessor="page.first_published_at", width="11%"),
        Column("audience", label=_("For whom"), width="16%"),
        NumberColumn("shown", label=_("Shows in villages"), width="8%"),
        NumberColumn("hidden", label=_("Hidden by villages"), width="8%"),
        NumberColumn("views", label=_("Views"), width="8%"),
    ]
    export_headings = {
        "page.title": _("Title"),
        "page.publisher_name": OFFICE,
        "page.first_published_at": _("Published"),
        "audience": _("For whom"),
        "offered": _("Offered to villages"),
        "shown": _("Shows in villages"),
        "hidden": _("Hidden by villages"),
        "views": _("Views"),
    }
    list_export = list(export_headings)
    custom_value_preprocess = {
        **SpreadsheetExportMixin.custom_value_preprocess,
        str: {"csv": harmless},
        datetime: {"xlsx": local, "csv": lambda value: f"{local(value):%Y-%m-%d %H:%M}"},
    }

    @cached_property
    def filterset_class(self):
        return PublisherFilterSet if is_portal_staff(self.request.user) else None

    def find(self):
        return reach.sent_by(self.request.user)

    def rows_of(self, pages):
        return reach.reach_of(pages)

    def render_to_response(self, context, **response_kwargs) -> HttpResponse:
        if self.is_export:
            return self.as_spreadsheet(self.rows_of(self.object_list), self.request.GET["export"])
        return super().render_to_response(context, **response_kwargs)

    def get_filename(self) -> str:
        return f"reach-{timezone.localdate():%Y-%m-%d}"

    @cached_property
    def no_results_message(self):
        if self.is_searching or self.is_filtering:
            return _("Nothing fits what you searched for.")
        return _("Nothing has been published for villages yet. What you publish for them is counted here.")


class ReachView(WagtailAdminTemplateMixin, TemplateView):
    """One page: where it shows, who hides it, how often it is read."""

    template_name = "sites/admin/sharing/reach.html"
    header_icon = "view"

    def setup(self, request, *args, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        page = get_object_or_404(reach.sent_by(request.user), pk=kwargs["page_id"])
        self.reach = reach.reach_of([page])[0]

    def get_page_title(self) -> str:
        return self.reach.page.title

    def get_breadcrumbs_items(self) -> list[dict]:
        above = {"url": reverse(f"{NAMESPACE}:index"), "label": ReachListView.page_title}
        return [*super().get_breadcrumbs_items(), above, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs) -> dict:
        page = self.reach.page
        return super().get_context_data(
            reach=self.reach,
            hidden_since=reach.hidden_since(self.reach),
            sites=reach.views_by_site(page),
            by_day=plot_of(reach.views_by_day(page)),
            by_week=plot_of(reach.views_by_week(page)),
            **kwargs,
        )
