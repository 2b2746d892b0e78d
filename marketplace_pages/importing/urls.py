"""Addresses of importing and exporting at the desk."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from marketplace_pages.staff.access import has_desk
from marketplace_pages.staff.buttons import offer
from sites.tenancy.rules import ruled

from . import views

OWN = "impor/<int:import_id>/"

urlpatterns = [
    path("impor/", ruled(views.ImportView.as_view(), has_desk), name="import"),
    path("impor/contoh/<slug:kind>/", ruled(views.SampleView.as_view(), has_desk), name="import_sample"),
    path("ekspor/<slug:kind>/", ruled(views.ExportView.as_view(), has_desk), name="export"),
    path(OWN, ruled(views.ReportView.as_view(), views.at_own_import), name="import_report"),
    path(f"{OWN}salah/", ruled(views.WrongRowsView.as_view(), views.at_own_import), name="import_wrong"),
]

offer(30, _("Import and export"), "import", "table")
