"""Registering somebody who came to the office, without a phone or an e-mail address of their own at hand."""

from uuid import uuid4

from django import forms
from django.conf import settings
from django.core.validators import MinLengthValidator
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from phonenumber_field.formfields import PhoneNumberField
from wagtail.admin import messages

from culture.models import Registration
from culture.registering.names import clean_name
from culture.registering.seats import AlreadyRegisteredError, Person, RegistrationClosedError, register
from culture.states import UNDER_AGE, AgeGroup
from sites.mail_addresses import LONGEST, NO_ADDRESS, validate_writable

from .desk import AtDesk, DeskPage


def _longest(name: str) -> int:
    return Registration._meta.get_field(name).max_length


class ByHandForm(forms.Form):
    """The rules of the form that readers have; consent was given on paper."""

    name = forms.CharField(
        label=gettext_lazy("Name"), max_length=_longest("name"), validators=[MinLengthValidator(2)]
    )
    age_group = forms.ChoiceField(label=gettext_lazy("Age"), choices=AgeGroup, widget=forms.RadioSelect)
    guardian_name = forms.CharField(
        label=gettext_lazy("Name of a parent or guardian"),
        max_length=_longest("guardian_name"),
        required=False,
        help_text=gettext_lazy("For everybody below 18 years."),
    )
    whatsapp = PhoneNumberField(
        label=gettext_lazy("WhatsApp number"),
        required=False,
        help_text=gettext_lazy("For somebody below 18 years that of the parent or guardian."),
    )
    email = forms.EmailField(
        label=gettext_lazy("E-mail"),
        required=False,
        max_length=LONGEST,
        validators=[validate_writable],
        error_messages={"invalid": NO_ADDRESS},
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Language of messages"), choices=settings.LANGUAGES, initial="id"
    )
    agreed = forms.BooleanField(
        label=gettext_lazy("The person, or the parent or guardian, has agreed on paper"),
        help_text=gettext_lazy("The office keeps the paper as long as the data, and destroys it with them."),
        error_messages={"required": gettext_lazy("Without consent nobody may be registered.")},
    )
    form_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    def clean_name(self) -> str:
        return clean_name(self.cleaned_data["name"])

    def clean_guardian_name(self) -> str:
        return clean_name(self.cleaned_data["guardian_name"])

    def clean_email(self) -> str:
        return self.cleaned_data["email"].lower()

    def clean(self):
        cleaned = super().clean()
        contact_is_wrong = {"whatsapp", "email"} & self.errors.keys()
        if not (cleaned.get("whatsapp") or cleaned.get("email") or contact_is_wrong):
            self.add_error("whatsapp", _("Write a WhatsApp number or an e-mail address."))
        is_under_age = cleaned.get("age_group") in UNDER_AGE
        if is_under_age and not cleaned.get("guardian_name") and "guardian_name" not in self.errors:
            self.add_error("guardian_name", _("Write who answers for the child: a parent or guardian."))
        return cleaned

    def person(self) -> Person:
        names = [name for name in Person._fields if name in self.cleaned_data]
        values = {name: str(self.cleaned_data[name] or "") for name in names}
        if values["age_group"] not in UNDER_AGE:
            values["guardian_name"] = ""
        return Person(**values)


class ByHandView(AtDesk, DeskPage, FormView):
    template_name = "culture/admin/form.html"
    form_class = ByHandForm
    page_title = gettext_lazy("Register somebody by hand")
    button_label = gettext_lazy("Register")

    def get_context_data(self, **kwargs) -> dict:
        explanation = _("For who comes to the office. The same rules hold as on the site.")
        return super().get_context_data(explanation=explanation, **kwargs)

    def form_valid(self, form) -> HttpResponse:
        try:
            registration = register(self.class_page, form.person(), form.cleaned_data["form_key"])
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
