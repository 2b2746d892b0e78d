"""Addresses of the list of readiness."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from marketplace_pages.staff.buttons import offer
from sites.tenancy import is_publisher
from sites.tenancy.rules import Visit, publishers, ruled

from . import views


def at_village(visit: Visit) -> bool:
    return views.works_for_village(visit.request.user)


urlpatterns = [
    path("wisata/", ruled(views.ReadinessView.as_view(), at_village), name="readiness"),
    path("wisata/semua/", ruled(views.OverviewView.as_view(), publishers), name="readiness_overview"),
    path("wisata/semua/tabel/", ruled(views.OverviewTableView.as_view(), publishers), name="readiness_table"),
]

offer(60, _("Readiness for tourism"), "readiness", "site", to=views.works_for_village)
offer(65, _("Readiness of tourism villages"), "readiness_overview", "globe", to=is_publisher)
