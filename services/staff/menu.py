"""Where the inbox is found: addresses, and the entry in the menu."""

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse_lazy
from wagtail.admin.menu import MenuItem

from sites.tenancy import is_publisher
from sites.tenancy.rules import Visit, ruled

from . import urls
from .access import at_own_request, has_desk
from .desk import DESK_TITLE, NAMESPACE
from .inbox import InboxView
from .report import REGENCY_TITLE
from .requests import RequestView

# Each section adds its `ruled()` addresses here.
SECTIONS: list[list[URLPattern]] = [urls.urlpatterns]


def urlpatterns() -> list[URLPattern | URLResolver]:
    found = [
        path("", ruled(InboxView.as_view(), has_desk), name="index"),
        path("hasil/", ruled(InboxView.as_view(results_only=True), has_desk), name="index_results"),
        path("<int:request_id>/", ruled(RequestView.as_view(), at_own_request), name="request"),
        *(pattern for section in SECTIONS for pattern in section),
    ]
    return [path("permohonan/", include((found, NAMESPACE)))]


class InboxItem(MenuItem):
    """For those who look after an inbox."""

    def __init__(self):
        super().__init__(
            DESK_TITLE, reverse_lazy(f"{NAMESPACE}:index"), name="request-desk", icon_name="mail", order=150
        )

    def is_shown(self, request: HttpRequest) -> bool:
        return has_desk(Visit(request, {}))


class RegencyReportItem(MenuItem):
    """For offices and portal staff; who has an inbox finds it there."""

    def __init__(self):
        super().__init__(
            REGENCY_TITLE,
            reverse_lazy(f"{NAMESPACE}:regency_report"),
            name="request-report",
            icon_name="view",
            order=163,
        )

    def is_shown(self, request: HttpRequest) -> bool:
        return is_publisher(request.user) and not has_desk(Visit(request, {}))
