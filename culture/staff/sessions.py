"""The sessions of a class: cancel one, move it, or let it take place after all."""

from datetime import datetime

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.widgets import AdminDateInput, AdminTimeInput

from culture import rooms
from culture.editor import warn
from culture.models import ClassSession
from culture.registering import attendance, meetings
from culture.sessions import LOCAL_TIME

from .desk import AtDesk, AtSession, DeskPage

OVER = gettext_lazy("This session is over or no longer there, so nothing was changed.")


class SessionsView(AtDesk, DeskPage, TemplateView):
    template_name = "culture/admin/sessions.html"
    page_title = gettext_lazy("Sessions")

    def get_context_data(self, **kwargs) -> dict:
        now = timezone.now()
        sessions = list(self.class_page.sessions.all())
        for session in sessions:
            session.may_be_attended = attendance.may_be_taken(session)
            session.may_be_changed = session.ends_at > now
        coming = [session for session in sessions if session.may_be_changed]
        past = [session for session in reversed(sessions) if not session.may_be_changed]
        return super().get_context_data(coming=coming, past=past, **kwargs)


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Reason, in Indonesian"),
        max_length=ClassSession._meta.get_field("reason").max_length,
        help_text=gettext_lazy("Everybody with a seat reads it, and it stands on the page of the class."),
    )
    reason_en = forms.CharField(
        label=gettext_lazy("Reason, in English"),
        max_length=ClassSession._meta.get_field("reason_en").max_length,
        required=False,
    )


class MoveForm(ReasonForm):
    """The new day and time lie in the future, and in order."""

    day = forms.DateField(label=gettext_lazy("New day"), widget=AdminDateInput)
    starts = forms.TimeField(label=gettext_lazy("Begins at"), widget=AdminTimeInput)
    ends = forms.TimeField(label=gettext_lazy("Ends at"), widget=AdminTimeInput)
    field_order = ("day", "starts", "ends", "reason", "reason_en")

    def clean(self):
        cleaned = super().clean()
        day, starts, ends = (cleaned.get(name) for name in ("day", "starts", "ends"))
        if starts and ends and ends <= starts:
            self.add_error("ends", _("It would end before it begins. Choose a later time."))
        elif day and starts and ends:
            cleaned["starts_at"] = datetime.combine(day, starts, LOCAL_TIME)
            cleaned["ends_at"] = datetime.combine(day, ends, LOCAL_TIME)
            if cleaned["starts_at"] <= timezone.now():
                self.add_error("day", _("This time has passed. Choose one that is to come."))
        return cleaned


class SessionPage(AtSession, DeskPage):
    """Asks what becomes of one session, and tells everybody who has a seat."""

    template_name = "sites/admin/desk/form.html"
    action = ""

    def get_page_subtitle(self) -> str:
        return self.asked_about

    def steps_between(self) -> list[dict]:
        return [{"url": self.url_of("sessions"), "label": SessionsView.page_title}]

    @property
    def back_url(self) -> str:
        return self.url_of("sessions")

    def get_context_data(self, **kwargs) -> dict:
        is_grave = self.action == "cancel"
        return super().get_context_data(explanation=self.get_explanation(), is_grave=is_grave, **kwargs)

    def get_explanation(self) -> str:
        seated = self.class_page.seats_taken
        message = ngettext(
            "%(session)s. %(number)d person has a seat and is told: by e-mail, or by you on WhatsApp.",
            "%(session)s. %(number)d people have a seat and are told: by e-mail, or by you on WhatsApp.",
            seated,
        )
        return message % {"session": self.asked_about, "number": seated}

    @property
    def asked_about(self) -> str:
        return str(self.session)

    def decide(self, act, *values, success: str) -> HttpResponse:
        try:
            told = act(self.session, *values)
        except meetings.SessionOverError:
            messages.error(self.request, OVER)
            return self.back_to("sessions")
        self.note(f"{self.action}_session")
        messages.success(self.request, success)
        if told and self.class_page.registrations.with_open_notices().filter(to_tell__gt=0).exists():
            messages.info(self.request, _("Some of them have no e-mail address: tell them on WhatsApp now."))
            return self.back_to("notices")
        return self.back_to("sessions")


class CancelSessionView(SessionPage, FormView):
    form_class = ReasonForm
    action = "cancel"
    page_title = gettext_lazy("Cancel the session")
    button_label = gettext_lazy("Cancel the session and tell everybody")

    def form_valid(self, form) -> HttpResponse:
        reasons = (form.cleaned_data["reason"], form.cleaned_data["reason_en"])
        return self.decide(meetings.cancel_session, *reasons, success=_("The session is cancelled."))


class MoveSessionView(SessionPage, FormView):
    form_class = MoveForm
    action = "move"
    page_title = gettext_lazy("Move the session")
    button_label = gettext_lazy("Move the session and tell everybody")

    def get_initial(self) -> dict:
        starts, ends = timezone.localtime(self.session.starts_at), timezone.localtime(self.session.ends_at)
        return {"day": starts.date(), "starts": starts.time(), "ends": ends.time()}

    def form_valid(self, form) -> HttpResponse:
        names = ("starts_at", "ends_at", "reason", "reason_en")
        values = [form.cleaned_data[name] for name in names]
        answer = self.decide(meetings.move_session, *values, success=_("The session is moved."))
        self.session.starts_at, self.session.ends_at = values[:2]
        warn(self.request, rooms.clashes_of_session(self.session))
        return answer


class RestoreSessionView(SessionPage, TemplateView):
    template_name = "sites/admin/desk/confirm.html"
    action = "restore"
    page_title = gettext_lazy("Let it take place after all")
    button_label = gettext_lazy("Let it take place and tell everybody")

    @property
    def asked_about(self) -> str:
        """When it takes place then: a moved session goes back to the day that was planned."""
        return date_format(timezone.localtime(self.session.planned_at), "DATETIME_FORMAT")

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return self.decide(meetings.restore_session, success=_("The session takes place as it was planned."))
