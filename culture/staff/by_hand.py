"""Registering somebody who came to the office, without a phone or an e-mail address of their own at hand."""

from uuid import uuid4

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages

from culture.models import Registration
from culture.registering.person_form import PersonForm
from culture.registering.seats import AlreadyRegisteredError, RegistrationClosedError, register

from .desk import AtDesk, DeskPage


class ByHandForm(PersonForm):
    """The rules of the form that readers have; consent was given on paper."""

    no_guardian = gettext_lazy("Write who answers for the child: a parent or guardian.")
    no_contact = gettext_lazy("Write a WhatsApp number or an e-mail address.")
    words = {
        "name": (gettext_lazy("Name"), ""),
        "age_group": (gettext_lazy("Age"), ""),
        "guardian_name": (
            gettext_lazy("Name of a parent or guardian"),
            gettext_lazy("For everybody below 18 years."),
        ),
        "whatsapp": (
            gettext_lazy("WhatsApp number"),
            gettext_lazy("For somebody below 18 years that of the parent or guardian."),
        ),
        "email": (gettext_lazy("E-mail"), ""),
    }

    language = forms.ChoiceField(
        label=gettext_lazy("Language of messages"), choices=settings.LANGUAGES, initial="id"
    )
    agreed = forms.BooleanField(
        label=gettext_lazy("The person, or the parent or guardian, has agreed on paper"),
        help_text=gettext_lazy("The office keeps the paper as long as the data, and destroys it with them."),
        error_messages={"required": gettext_lazy("Without consent nobody may be registered.")},
    )
    form_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, (label, help_text) in self.words.items():
            self.fields[name].label, self.fields[name].help_text = label, help_text


class ByHandView(AtDesk, DeskPage, FormView):
    template_name = "sites/admin/desk/form.html"
    form_class = ByHandForm
    page_title = gettext_lazy("Register somebody by hand")
    button_label = gettext_lazy("Register")

    def get_context_data(self, **kwargs) -> dict:
        explanation = _("For who comes to the office. The same rules hold as on the site.")
        return super().get_context_data(explanation=explanation, **kwargs)

    def form_valid(self, form) -> HttpResponse:
        try:
            registration = register(
                self.class_page, form.person(form.cleaned_data["language"]), form.cleaned_data["form_key"]
            )
        except AlreadyRegisteredError as error:
            message = _("This person is registered already, with the code %(code)s.")
            form.add_error("name", message % {"code": error.registration.code})
            return self.form_invalid(form)
        except RegistrationClosedError as error:
            form.add_error(None, _("Nobody can be registered now: %(state)s.") % {"state": error.state.label})
            return self.form_invalid(form)
        self.note("add_person")
        self._say(self.request, registration)
        return self.back_to("person", registration.pk)

    def _say(self, request: HttpRequest, registration: Registration) -> None:
        if registration.is_waiting:
            message = _("On the waiting list now. Give the person the code %(code)s.")
        else:
            message = _("Has a seat now. Give the person the code %(code)s.")
        messages.success(request, message % {"code": registration.code})
