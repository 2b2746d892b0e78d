"""Where the team is found: its addresses, and the menu."""

from django.http import HttpRequest
from django.urls import include, path, reverse_lazy
from django.utils.translation import gettext_lazy
from wagtail.admin.menu import MenuItem

from sites.tenancy import admin_villages_of

from . import act_views, leaving, office_views, views

PATTERNS = [
    path("", views.index, name="index"),
    path("keluar/", leaving.LeaveIndexView.as_view(), name="leave_index"),
    path("<int:village>/", views.MembersView.as_view(), name="members"),
    path("<int:village>/undang/", views.InviteView.as_view(), name="invite"),
    path("<int:village>/keluar/", leaving.LeaveView.as_view(), name="leave"),
    path("<int:village>/<int:person>/", views.MemberView.as_view(), name="member"),
    path("<int:village>/<int:person>/surat/", act_views.SendLetterView.as_view(), name="send_letter"),
    path("<int:village>/<int:person>/keluarkan/", act_views.TakeOutView.as_view(), name="take_out"),
    path("<int:village>/<int:person>/kembali/", act_views.TakeBackView.as_view(), name="take_back"),
]


OFFICE_PATTERNS = [
    path("<int:office>/", office_views.StaffView.as_view(), name="members"),
    path("<int:office>/undang/", office_views.InviteView.as_view(), name="invite"),
    path("<int:office>/<int:person>/keluarkan/", office_views.TakeOutView.as_view(), name="take_out"),
]


def urlpatterns() -> list:
    return [
        path("tim/", include((PATTERNS, "village_team"))),
        path("staf/", include((OFFICE_PATTERNS, "office_staff"))),
    ]


class TeamMenuItem(MenuItem):
    """For those who are admin of a village; called after what their village is."""

    def __init__(self):
        super().__init__(
            gettext_lazy("Village team"),
            reverse_lazy("village_team:index"),
            name="village-team",
            icon_name="group",
            order=250,
        )

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(admin_villages_of(request.user))

    def render_component(self, request: HttpRequest):
        component = super().render_component(request)
        is_desa = any(village.is_desa for village in admin_villages_of(request.user))
        component.label = views.team_title(is_desa)
        return component
