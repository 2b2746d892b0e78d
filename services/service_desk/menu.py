"""Where the desk is found: its addresses, and the entry in the menu of a village."""

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse_lazy
from wagtail.admin.menu import MenuItem

from sites.tenancy.rules import Visit, publishers, ruled

from . import changes, over_villages, service, service_list
from .access import at_offered_template, at_own_service, at_own_template, may_look, works_for_village
from .desk import DESK_TITLE, NAMESPACE

SERVICE = "<int:service_id>/"

# By name: the address below the desk, the view, and who gets through.
FOUND = {
    "index": ("", service_list.ServiceListView, may_look),
    "take_over": ("ambil/<int:template_id>/", service_list.TakeOverView, at_offered_template),
    "service": (SERVICE, service.ServiceView, at_own_service),
    "checked": (f"{SERVICE}diperiksa/", service.CheckedView, at_own_service),
    "changes": (f"{SERVICE}perubahan/", changes.ChangesView, at_own_service),
    "templates": ("templat/", over_villages.TemplatesView, publishers),
    "template": ("templat/<int:sent_id>/", over_villages.UptakeView, at_own_template),
}


def urlpatterns() -> list[URLPattern | URLResolver]:
    found = [
        path(address, ruled(view.as_view(), rule), name=name) for name, (address, view, rule) in FOUND.items()
    ]
    return [path("layanan/", include((found, NAMESPACE)))]


class ServicesItem(MenuItem):
    """For everybody who works for a village."""

    def __init__(self):
        super().__init__(
            DESK_TITLE,
            reverse_lazy(f"{NAMESPACE}:index"),
            name="service-desk",
            icon_name="list-ul",
            order=149,
        )

    def is_shown(self, request: HttpRequest) -> bool:
        return works_for_village(Visit(request, {}))
