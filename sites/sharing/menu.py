"""Where offices and villages find what they share: addresses and entries of the admin's menu."""

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse_lazy
from wagtail.admin.menu import MenuItem

from sites.tenancy import is_publisher

from . import reach_views, village_views
from .village_views import ChooseView, OffersView, ShowAgainView, decides_for

FOR_VILLAGES = [
    path("", OffersView.as_view(), name="index"),
    path("hasil/", OffersView.as_view(results_only=True), name="index_results"),
    path("<int:offered_id>/", ChooseView.as_view(), name="choose"),
    path("<int:offered_id>/tampilkan/", ShowAgainView.as_view(), name="show_again"),
]
FOR_OFFICES = [
    path("", reach_views.ReachListView.as_view(), name="index"),
    path("hasil/", reach_views.ReachListView.as_view(results_only=True), name="index_results"),
    path("<int:page_id>/", reach_views.ReachView.as_view(), name="page"),
]


def urlpatterns() -> list[URLPattern | URLResolver]:
    return [
        path("dari-dinas/", include((FOR_VILLAGES, village_views.NAMESPACE))),
        path("jangkauan/", include((FOR_OFFICES, reach_views.NAMESPACE))),
    ]


class FromOfficesItem(MenuItem):
    def __init__(self):
        super().__init__(
            OffersView.page_title,
            reverse_lazy(f"{village_views.NAMESPACE}:index"),
            name="from-offices",
            icon_name=OffersView.header_icon,
            order=150,
        )

    def is_shown(self, request: HttpRequest) -> bool:
        return decides_for(request) is not None


class ReachItem(MenuItem):
    def __init__(self):
        super().__init__(
            reach_views.ReachListView.page_title,
            reverse_lazy(f"{reach_views.NAMESPACE}:index"),
            name="reach",
            icon_name=reach_views.ReachListView.header_icon,
            order=160,
        )

    def is_shown(self, request: HttpRequest) -> bool:
        return is_publisher(request.user)
