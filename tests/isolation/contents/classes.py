"""A class with its sessions, and everything that is kept about who registered for it."""

from datetime import timedelta

from django.utils import timezone

from culture.models import ClassFigures
from culture.registering import attendance, meetings
from culture.states import NoticeKind
from tests.factories.culture import make_class, make_registration


def add_class(part) -> None:
    """It has met once; one person has a seat, a child and another one wait."""
    first = timezone.localdate() - timedelta(days=7)
    page = make_class(
        part.village,
        f"{part.mark}-kelas zamrud",
        slug=f"{part.mark.lower()}-kelas",
        owner=part.has.admin,
        quota=1,
        term_from=first,
        teacher_name=f"{part.mark}-pelatih",
        teacher_agreed=True,
        room=f"{part.mark}-ruang",
    )
    part.pages["class"] = part.has.class_page = page
    part.has.past_session, part.has.coming_session, called_off = _sessions(page)
    part.has.cancelled_session = called_off
    _register(part, page)
    meetings.cancel_session(called_off, f"{part.mark}-alasan-batal", f"{part.mark}-alasan-inggris")
    attendance.take(part.has.past_session, [part.has.registration.pk], [part.has.registration.pk])
    ClassFigures.objects.create(class_page=page, registered=3, seated=3)


def _sessions(page) -> tuple:
    """A past one, one to come, and one that is called off."""
    past = page.sessions.first()
    coming, called_off = page.sessions.filter(starts_at__gt=timezone.now()).order_by("-starts_at")[:2]
    return past, coming, called_off


def _register(part, page) -> None:
    has, mark = part.has, part.mark
    has.registration = make_registration(
        page, f"{mark}-pendaftar", email=f"{mark.lower()}-pendaftar@contoh.example"
    )
    has.child = make_registration(
        page, f"{mark}-anak", age_group="child", guardian_name=f"{mark}-wali", whatsapp="+6281200000001"
    )
    has.waiting = make_registration(page, f"{mark}-menunggu", whatsapp="+6281200000002")
    message = page.messages.create(text=f"{mark}-pesan-kelas", author=has.admin)
    has.notice = has.child.notices.create(kind=NoticeKind.MESSAGE, message=message)
