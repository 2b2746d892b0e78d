"""Addresses of the inbox beside its list and the page of a request."""

from django.urls import path

from sites.tenancy.rules import publishers, ruled

from . import assigning, files, notes, person, publishing, ready_answers, report, roster, slip, telling
from .access import at_managed_desk, at_own_desk, at_own_request

REQUEST, ANSWERS, ROSTER = "<int:request_id>/", "jawaban/<int:village>/", "piket/<int:village>/"

# By name: the address below the inbox, and the view.
OF_REQUEST = {
    "note": (f"{REQUEST}catatan/", notes.NoteView),
    "assign": (f"{REQUEST}petugas/", assigning.AssignView),
    "told": (f"{REQUEST}sudah-dikabari/", telling.ToldView),
    "publish": (f"{REQUEST}terbitkan/", publishing.PublishView),
    "take_back": (f"{REQUEST}tarik/", publishing.TakeBackView),
    "file": (f"{REQUEST}berkas/<int:attachment_id>/", files.FileView),
    "slip": (f"{REQUEST}tanda-terima/<str:paper>.pdf", slip.SlipView),
    "person_data": (f"{REQUEST}data/", person.PersonDataView),
    "erase": (f"{REQUEST}hapus/", person.EraseView),
}
OF_DESK = {
    "answers": (ANSWERS, ready_answers.AnswersView),
    "add_answer": (f"{ANSWERS}tambah/", ready_answers.AnswerView),
    "answer": (f"{ANSWERS}<int:row_id>/", ready_answers.AnswerView),
    "delete_answer": (f"{ANSWERS}<int:row_id>/hapus/", ready_answers.DeleteAnswerView),
    "report": ("angka/<int:village>/", report.VillageReportView),
}
OF_ADMINS = {
    "roster": (ROSTER, roster.RosterView),
    "add_shift": (f"{ROSTER}tambah/", roster.ShiftView),
    "shift": (f"{ROSTER}<int:row_id>/", roster.ShiftView),
    "delete_shift": (f"{ROSTER}<int:row_id>/hapus/", roster.DeleteShiftView),
}
OF_REGENCY = {
    "regency_report": ("angka/", report.RegencyReportView),
    "regency_table": ("angka/tabel/", report.RegencyTableView),
}
RULED = [
    (OF_REQUEST, at_own_request),
    (OF_DESK, at_own_desk),
    (OF_ADMINS, at_managed_desk),
    (OF_REGENCY, publishers),
]

urlpatterns = [
    path(address, ruled(view.as_view(), rule), name=name)
    for found, rule in RULED
    for name, (address, view) in found.items()
]
