"""The four reports; Wagtail's report views with queries, filters and words of our own."""

from datetime import datetime

from django.template.defaultfilters import date as formatted
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BaseColumn, Column, DateColumn, TitleColumn
from wagtail.admin.ui.tables.pages import PageStatusColumn, PageTitleColumn, PageTypeColumn
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.views.generic.history import LogEntryUserColumn
from wagtail.admin.views.pages.listing import PageListingMixin
from wagtail.admin.views.reports import PageReportView, ReportView
from wagtail.admin.widgets.button import HeaderButton
from wagtail.log_actions import registry
from wagtail.models import Page, PageLogEntry
from wagtail.permissions import policy_registry

from sites.models import User, Village
from sites.tenancy import place_name, sees_several, villages_of, working_village
from sites.tenancy.working import own_village

from . import filters, queries


def local(value: datetime) -> datetime:
    """By the clock of Banyuwangi and without a zone, which spreadsheets don't know."""
    return timezone.make_naive(value)


def harmless(value: str) -> str:
    """Keep a spreadsheet from reckoning what somebody wrote as a formula into a title."""
    return f"'{value}" if value.startswith(("=", "+", "-", "@", "\t", "\r")) else value


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


class DraftsView(VillagePageReport):
    find = staticmethod(queries.drafts_of)
    page_title = _("Drafts")
    header_icon = "edit"
    index_url_name = "village_reports:drafts"
    index_results_url_name = "village_reports:drafts_results"
    filterset_class = filters.DraftsFilterSet
    empty_message = _("No drafts. Everything you wrote is on the site.")
    file_prefix = "drafts"
    exported = [*VillagePageReport.usual_export, "latest_revision_created_at"]
    columns = [
        VillagePageReport.title_column,
        DateColumn(
            "latest_revision_created_at",
            label=_("Updated"),
            sort_key="latest_revision_created_at",
            width="15%",
        ),
        VillagePageReport.type_column,
        VillagePageReport.status_column,
    ]


class AgingView(VillagePageReport):
    find = staticmethod(queries.aging_of)
    page_title = _("Not updated for long")
    header_icon = "time"
    index_url_name = "village_reports:aging"
    index_results_url_name = "village_reports:aging_results"
    filterset_class = filters.AgingFilterSet
    empty_message = _("Nothing has been published yet.")
    file_prefix = "aging-pages"
    exported = [*VillagePageReport.usual_export, "last_published_at", "published_by"]
    columns = [
        VillagePageReport.title_column,
        DateColumn("last_published_at", label=_("Last published"), sort_key="last_published_at", width="15%"),
        Column("published_by", label=_("Last published by"), width="15%"),
        VillagePageReport.type_column,
    ]

    def decorate_paginated_queryset(self, pages):
        found = User.objects.in_bulk({page.publisher for page in pages if page.publisher})
        for page in pages:
            person = found.get(page.publisher)
            page.published_by = get_user_display_name(person) if person else ""
        return super().decorate_paginated_queryset(pages)


class UnlockColumn(BaseColumn):
    """Who locked a page and when, with the button to unlock it for those who may."""

    cell_template_name = "sites/admin/reports/unlock_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        person = instance.locked_by
        tester = instance.permissions_for_user(context["request"].user)
        return context | {
            "locked_by": get_user_display_name(person) if person else "",
            "can_unlock": tester.can_unlock(),
            "csrf_token": parent_context.get("csrf_token"),
        }


class LockedView(VillagePageReport):
    find = staticmethod(queries.locked_of)
    page_title = _("Locked pages")
    header_icon = "lock"
    index_url_name = "village_reports:locked"
    index_results_url_name = "village_reports:locked_results"
    filterset_class = filters.LockedFilterSet
    empty_message = _("No page is locked. Everybody may edit what they are allowed to.")
    file_prefix = "locked-pages"
    exported = [*VillagePageReport.usual_export, "locked_at", "locked_by"]
    columns = [
        VillagePageReport.title_column,
        UnlockColumn("lock", label=_("Locked"), width="30%"),
        VillagePageReport.status_column,
    ]


class ActivityView(VillageReport, ReportView):
    """Who did what to which page, and when."""

    model = PageLogEntry
    page_title = _("Recent changes")
    header_icon = "history"
    index_url_name = "village_reports:activity"
    index_results_url_name = "village_reports:activity_results"
    filterset_class = filters.ActivityFilterSet
    empty_message = _("Nobody has changed a page yet.")
    file_prefix = "changes"
    exported = ["label", "action", "user_display_name", "timestamp"]
    export_headings = {
        "label": _("Page"),
        "action": _("Action"),
        "user_display_name": _("Person"),
        "timestamp": _("Date and time"),
        "village_name": _("Village"),
    }
    custom_field_preprocess = {
        "action": dict.fromkeys(("csv", "xlsx"), lambda action: str(registry.get_action_label(action)))
    }

    @cached_property
    def columns(self) -> list[BaseColumn]:
        is_mixed = self.names_villages and not self.shown_village
        village = [Column("village_name", label=_("Village"))] if is_mixed else []
        return [
            TitleColumn("label", label=_("Page"), get_url=lambda entry: entry.edit_url, classname="title"),
            *village,
            Column("message", label=_("Action")),
            LogEntryUserColumn("user", label=_("Person"), width="20%"),
            DateColumn("timestamp", label=_("Date and time"), width="15%"),
        ]

    def get_base_queryset(self):
        entries = queries.activity_of(self.request.user).latest_by_uuid_and_action()
        return entries.select_related("page").prefetch_related("user__wagtail_userprofile")

    def decorate_paginated_queryset(self, entries):
        user = self.request.user
        pages = Page.objects.filter(pk__in=[entry.page_id for entry in entries]).defer_streamfields()
        specific = {page.pk: page for page in pages.specific()}
        for entry in entries:
            page = specific[entry.page_id]
            entry.village_name = place_name(user, page)
            may_edit = page.permissions_for_user(user).can_edit()
            entry.edit_url = reverse("wagtailadmin_pages:edit", args=[page.pk]) if may_edit else None
        return entries
