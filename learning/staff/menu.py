"""Where staff find the results of their courses: addresses and the entry in the admin's menu."""

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse_lazy
from wagtail.admin.menu import MenuItem

from sites.tenancy.rules import Visit, ruled

from . import certificates, copying, course_list, export, importing, results
from .access import at_own_desk, has_desk
from .desk import DESK_TITLE, NAMESPACE

COURSE, CERTIFICATE = "<int:course_id>/", "sertifikat/<int:certificate_id>/"

# By name, where below the desk each is found.
BESIDE = {
    "index": ("", course_list.CourseListView),
    "import": ("impor/", importing.ImportView),
    "template": ("impor/contoh.xlsx", importing.TemplateView),
    "copy": ("salin/", copying.OriginalsView),
    "copy_one": ("salin/<int:original_id>/", copying.CopyView),
}
# The same below the course.
OF_COURSE = {
    "results": ("", results.ResultsView),
    "export": ("ekspor/<slug:table>/", export.ExportView),
    "certificates": ("sertifikat/", certificates.CertificatesView),
    "revoke": (f"{CERTIFICATE}cabut/", certificates.RevokeView),
    "restore": (f"{CERTIFICATE}pulihkan/", certificates.RestoreView),
    "erase_name": (f"{CERTIFICATE}hapus-nama/", certificates.EraseNameView),
}


def urlpatterns() -> list[URLPattern | URLResolver]:
    beside = [
        path(address, ruled(view.as_view(), has_desk), name=name) for name, (address, view) in BESIDE.items()
    ]
    of_course = [
        path(COURSE + address, ruled(view.as_view(), at_own_desk), name=name)
        for name, (address, view) in OF_COURSE.items()
    ]
    return [path("belajar/", include(([*beside, *of_course], NAMESPACE)))]


class CourseDeskItem(MenuItem):
    """For those who look after courses, or may begin one."""

    def __init__(self):
        super().__init__(
            DESK_TITLE,
            reverse_lazy(f"{NAMESPACE}:index"),
            name="course-desk",
            icon_name="clipboard-list",
            order=156,
        )

    def is_shown(self, request: HttpRequest) -> bool:
        return has_desk(Visit(request, {}))
