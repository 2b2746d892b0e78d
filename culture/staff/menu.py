"""Where staff find the registrations of their classes: addresses and the entry in the admin's menu."""

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse_lazy
from wagtail.admin.menu import MenuItem

from sites.tenancy.rules import ruled

from . import attendance, by_hand, class_list, export, messaging, people, registrations, sessions
from .access import at_own_desk, classes_of, has_desk
from .desk import DESK_TITLE, NAMESPACE

CLASS, PERSON, SESSION = (
    "<int:class_id>/",
    "orang/<int:registration_id>/",
    "pertemuan/<int:class_session_id>/",
)

# By name, where below the class each is found.
OF_CLASS = {
    "registrations": ("", registrations.RegistrationsView),
    "by_hand": ("daftarkan/", by_hand.ByHandView),
    "export": ("ekspor/<slug:kind>/", export.ExportView),
    "message": ("pesan/", messaging.MessageView),
    "notices": ("whatsapp/", messaging.NoticesView),
    "told": ("whatsapp/<int:notice_id>/", messaging.ToldView),
    "sheet": ("daftar-hadir/", attendance.SheetView),
    "sessions": ("pertemuan/", sessions.SessionsView),
    "cancel_session": (f"{SESSION}batal/", sessions.CancelSessionView),
    "move_session": (f"{SESSION}pindah/", sessions.MoveSessionView),
    "restore_session": (f"{SESSION}jadi/", sessions.RestoreSessionView),
    "attendance": (f"{SESSION}hadir/", attendance.AttendanceView),
    "person": (PERSON, people.PersonView),
    "person_data": (f"{PERSON}data/", people.PersonDataView),
    "move_up": (f"{PERSON}naik/", people.MoveUpView),
    "take_out": (f"{PERSON}batal/", people.TakeOutView),
    "erase": (f"{PERSON}hapus/", people.EraseView),
}


def urlpatterns() -> list[URLPattern | URLResolver]:
    index = path("", ruled(class_list.ClassListView.as_view(), has_desk), name="index")
    of_class = [
        path(CLASS + address, ruled(view.as_view(), at_own_desk), name=name)
        for name, (address, view) in OF_CLASS.items()
    ]
    return [path("kelas/", include(([index, *of_class], NAMESPACE)))]


class ClassDeskItem(MenuItem):
    """For those with a class to look after."""

    def __init__(self):
        super().__init__(
            DESK_TITLE, reverse_lazy(f"{NAMESPACE}:index"), name="class-desk", icon_name="group", order=155
        )

    def is_shown(self, request: HttpRequest) -> bool:
        return classes_of(request.user).exists()
