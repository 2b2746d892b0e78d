"""Who came: one form with a tick for each person, and a sheet of paper with the same."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages

from culture.classes.words import teacher_of, term_of
from culture.models import Attendance
from culture.registering import attendance

from .desk import AtDesk, AtSession, DeskPage
from .sessions import SessionsView

# Columns of boxes that fit on a page of A4 beside the names.
SESSIONS_ON_A_SHEET = 10


# Digits of a key; databases refuse to look for a larger number.
LONGEST_KEY = 18


def keys_in(request: HttpRequest, name: str) -> set[int]:
    sent = request.POST.getlist(name)
    return {int(key) for key in sent if key.isdecimal() and len(key) <= LONGEST_KEY}


class AttendanceView(AtSession, DeskPage, TemplateView):
    """Saved whole or not at all; opened again, it can be put right."""

    template_name = "culture/admin/attendance.html"
    page_title = gettext_lazy("Attendance")

    def setup(self, request: HttpRequest, *args, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        if not attendance.may_be_taken(self.session):
            raise Http404

    def get_page_subtitle(self) -> str:
        return str(self.session)

    @property
    def back_url(self) -> str:
        return self.url_of("sessions")

    def steps_between(self) -> list[dict]:
        return [{"url": self.url_of("sessions"), "label": SessionsView.page_title}]

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        self.note("look_at_attendance")
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs) -> dict:
        was_there = dict(
            Attendance.objects.filter(session=self.session).values_list("registration_id", "was_there")
        )
        people = [
            {"registration": registration, "was_there": was_there.get(registration.pk, False)}
            for registration in self.class_page.registrations.seated().order_by("name", "number")
        ]
        return super().get_context_data(**{**kwargs, "session": self.session, "people": people})

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        came = attendance.take(self.session, keys_in(request, "listed"), keys_in(request, "there"))
        self.note("take_attendance")
        messages.success(request, _("Saved. Came: %(number)d.") % {"number": came})
        return self.back_to("sessions")


class SheetView(AtDesk, TemplateView):
    """The same on paper: names and codes with empty boxes, and nothing by which anybody could be reached."""

    template_name = "culture/admin/sheet.html"

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        self.note("print_sheet")
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs) -> dict:
        today = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
        sessions = [found for found in self.class_page.sessions.all() if not found.is_cancelled]
        coming = [session for session in sessions if session.starts_at >= today]
        shown = coming[:SESSIONS_ON_A_SHEET] or sessions[-SESSIONS_ON_A_SHEET:]
        people = self.class_page.registrations.seated().order_by("name", "number")
        return super().get_context_data(
            class_page=self.class_page,
            village_name=self.village_name,
            term=term_of(self.class_page),
            teacher=teacher_of(self.class_page),
            class_url=self.url_of("registrations"),
            sessions=shown,
            people=people,
            **kwargs,
        )
