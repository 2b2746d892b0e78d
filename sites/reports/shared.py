"""What the reports share: whose pages they show, how they say so, and how they become spreadsheets."""

from datetime import datetime

from django.template.defaultfilters import date as formatted
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables.pages import PageStatusColumn, PageTitleColumn, PageTypeColumn
from wagtail.admin.views.pages.listing import PageListingMixin
from wagtail.admin.views.reports import PageReportView, ReportView
from wagtail.admin.widgets.button import HeaderButton
from wagtail.models import Page
from wagtail.permissions import policy_registry

from sites.models import Village
from sites.spreadsheets import harmless
from sites.tenancy import place_name, sees_several, villages_of, working_village
from sites.tenancy.working import own_village

from . import filters


def local(value: datetime) -> datetime:
    """By the clock of Banyuwangi and without a zone, which spreadsheets don't know."""
    return timezone.make_naive(value)


class VillageReport:
    """What all of them share: who may read them, whose pages they show, and how they say "nothing"."""

    any_permission_required = {"add", "change", "publish"}
    empty_message = ""
    is_searchable = False
    default_ordering = None
    table_classname = "listing village-report"
    custom_value_preprocess = {
        **ReportView.custom_value_preprocess,
        str: {"csv": harmless},
        datetime: {"xlsx": local, "csv": lambda value: formatted(local(value), "Y-m-d H:i")},
    }

    @cached_property
    def permission_policy(self):
        return policy_registry.get_by_type(Page)

    @cached_property
    def names_villages(self) -> bool:
        return sees_several(self.request.user)

    @cached_property
    def list_export(self) -> list[str]:
        """Columns of the spreadsheet; `village_name` for readers whose list mixes villages."""
        return [*self.exported, *(["village_name"] if self.names_villages else [])]

    @cached_property
    def no_results_message(self):
        if self.is_filtering:
            return _("Nothing fits the filters you chose. Take one away to see more.")
        return self.empty_message

    def get_filename(self) -> str:
        return f"{self.file_prefix}-{timezone.localdate():%Y-%m-%d}"

    @cached_property
    def shown_village(self) -> Village | None:
        """The only village that is shown, to readers who could see others."""
        if not self.names_villages or not self.filters.is_valid():
            return None
        return own_village(self.request, self.filters.form.cleaned_data.get("village", ""))

    def get_page_subtitle(self) -> str:
        if not self.names_villages:
            return ""
        return str(self.shown_village or gettext("All my villages"))

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        """One step from the working village to all of one's villages and back."""
        if not villages_of(self.request.user) or not self.names_villages:
            return []
        if self.shown_village:
            address = f"{self.index_url}?village={filters.ALL}"
            return [HeaderButton(_("All my villages"), address, icon_name="globe")]
        village = working_village(self.request)
        label = gettext("Only %(village)s") % {"village": village.display_name}
        return [HeaderButton(label, self.index_url, icon_name="home")]


class VillagePageReport(VillageReport, PageListingMixin, PageReportView):
    """A report with a page in each row, listed as the explorer does."""

    template_name = PageReportView.template_name
    results_template_name = "wagtailadmin/reports/base_report_results.html"
    export_headings = {
        "get_admin_display_title": _("Title"),
        "latest_revision_created_at": _("Updated"),
        "last_published_at": _("Last published"),
        "published_by": _("Last published by"),
        "page_type_display_name": _("Type"),
        "status_string": _("Status"),
        "locked_at": _("Locked at"),
        "locked_by": _("Locked by"),
        "village_name": _("Village"),
    }
    usual_export = ["get_admin_display_title", "page_type_display_name", "status_string"]
    title_column = PageTitleColumn("title", label=_("Title"), sort_key="title", classname="title")
    type_column = PageTypeColumn("type", label=_("Type"), accessor="page_type_display_name", width="15%")
    status_column = PageStatusColumn("status", label=_("Status"), width="12%")

    def get_base_queryset(self):
        return self.annotate_queryset(self.find(self.request.user))

    def get_table_kwargs(self) -> dict:
        """Say that all rows lie below one container, so that none of them repeats its name."""
        shown = self.shown_village
        return super().get_table_kwargs() | ({"parent_page": shown.container} if shown else {})

    def decorate_paginated_queryset(self, pages):
        for page in pages:
            page.village_name = place_name(self.request.user, page)
        return pages
