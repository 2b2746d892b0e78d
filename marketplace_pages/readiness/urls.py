"""Addresses of the list of readiness."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from marketplace_pages.staff.buttons import offer
from sites.tenancy import access_of, is_publisher
from sites.tenancy.rules import publishers, ruled

from . import views

urlpatterns = [
    path("wisata/", ruled(views.ReadinessView.as_view(), views.works_for_village), name="readiness"),
    path("wisata/semua/", ruled(views.OverviewView.as_view(), publishers), name="readiness_overview"),
    path("wisata/semua/tabel/", ruled(views.OverviewTableView.as_view(), publishers), name="readiness_table"),
]


def _of_village(user) -> bool:
    access = access_of(user)
    return access.is_regency or bool(access.villages)


offer(60, _("Readiness for tourism"), "readiness", "site", to=_of_village)
offer(65, _("Readiness of tourism villages"), "readiness_overview", "globe", to=is_publisher)
