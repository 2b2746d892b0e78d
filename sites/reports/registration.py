"""Addresses of the reports, and their entries in Wagtail's menu."""

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse_lazy
from wagtail import hooks
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.menu import MenuItem

from sites.tenancy import is_portal_staff

from . import views

NAMESPACE = "village_reports"
# By the last part of their names, in the order of the menu.
REPORTS = {
    "drafts": ("konsep/", views.DraftsView),
    "aging": ("lama/", views.AgingView),
    "locked": ("terkunci/", views.LockedView),
    "activity": ("perubahan/", views.ActivityView),
}


class VillageReportItem(MenuItem):
    """Portal staff have Wagtail's own reports, under the same names."""

    def is_shown(self, request: HttpRequest) -> bool:
        return user_has_any_page_permission(request.user) and not is_portal_staff(request.user)


def report_urls() -> list[URLPattern | URLResolver]:
    patterns = []
    for name, (address, view) in REPORTS.items():
        patterns.append(path(address, view.as_view(), name=name))
        patterns.append(path(f"{address}hasil/", view.as_view(results_only=True), name=f"{name}_results"))
    return [path("laporan/", include((patterns, NAMESPACE)))]


def menu_items() -> list[VillageReportItem]:
    return [
        VillageReportItem(
            view.page_title,
            reverse_lazy(f"{NAMESPACE}:{name}"),
            name=f"village-{name}",
            icon_name=view.header_icon,
            order=number,
        )
        for number, (name, (_address, view)) in enumerate(REPORTS.items())
    ]


def keep_reports(request: HttpRequest, items: list) -> None:
    """People of villages and offices see our reports and none of Wagtail's."""
    if not is_portal_staff(request.user):
        items[:] = [item for item in items if isinstance(item, VillageReportItem)]


def register() -> None:
    hooks.register("register_admin_urls", report_urls)
    for item in menu_items():
        hooks.register("register_reports_menu_item", lambda item=item: item)
    hooks.register("construct_reports_menu", keep_reports)
