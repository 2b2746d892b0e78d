"""Service in numbers: of one village for its office, of all for the regency, and nobody is named."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from services.handling.service_level import Level, Report, report_of
from sites.plots import Plot, plot_of
from sites.spreadsheets import CSV, Row, as_csv, download

from .desk import OfVillage

REPORT_TITLE = gettext_lazy("Service in numbers")
REGENCY_TITLE = gettext_lazy("Service of all villages")


def plots_of(report: Report) -> list[tuple[str, str, Plot]]:
    """Key, name and bars of each."""
    months = report.months
    return [
        ("received", _("Requests by month"), plot_of((day, level.received) for day, level in months)),
        (
            "median",
            _("Days until half of them were answered"),
            plot_of((day, level.median or 0) for day, level in months),
        ),
        ("late", _("Late, in percent"), plot_of((day, level.late_share) for day, level in months)),
    ]


class OfReport:
    template_name = "services/admin/report.html"
    header_icon = "view"

    def get_context_data(self, **kwargs) -> dict:
        report = self.get_report()
        return super().get_context_data(report=report, plots=plots_of(report), **kwargs)


class VillageReportView(OfReport, OfVillage, TemplateView):
    url_name = "report"
    page_title = REPORT_TITLE

    def get_report(self) -> Report:
        return report_of(self.village)


class RegencyReportView(OfReport, WagtailAdminTemplateMixin, TemplateView):
    """For offices and portal staff, who have no inbox to lead back to."""

    page_title = REGENCY_TITLE

    def get_report(self) -> Report:
        return report_of()

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(is_regency=True, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.page_title}]


class RegencyTableView(View):
    """The same numbers for a spreadsheet."""

    @cached_property
    def report(self) -> Report:
        return report_of()

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return download(as_csv(self.rows()), CSV, f"angka-layanan-{timezone.localdate():%Y-%m-%d}.csv")

    def rows(self) -> Iterator[Row]:
        yield [
            _("What"),
            _("Name"),
            _("Received"),
            _("Still to be done"),
            _("Median days"),
            _("Late, in percent"),
        ]
        for village, level in self.report.villages:
            yield self.row(_("Village"), str(village), level)
        for title, level in self.report.services:
            yield self.row(_("Service"), title, level)
        for day, level in self.report.months:
            yield self.row(_("Month"), f"{day:%Y-%m}", level)

    @staticmethod
    def row(what: str, name: str, level: Level) -> Row:
        median = "" if level.median is None else level.median
        return [what, name, level.received, level.waiting, median, level.late_share]
