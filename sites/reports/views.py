"""The four reports; Wagtail's report views with queries, filters and words of our own."""

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BaseColumn, Column, DateColumn, TitleColumn
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.views.generic.history import LogEntryUserColumn
from wagtail.admin.views.reports import ReportView
from wagtail.log_actions import registry
from wagtail.models import Page, PageLogEntry

from sites.models import User
from sites.tenancy import place_name

from . import filters, queries
from .shared import VillagePageReport, VillageReport


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
        found = User.objects.in_bulk({page.published_by_id for page in pages if page.published_by_id})
        for page in pages:
            person = found.get(page.published_by_id)
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
