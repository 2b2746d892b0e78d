"""The questions about somebody who joins a class, and their rules: the same for readers and at the office."""

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, pgettext_lazy
from phonenumber_field.formfields import PhoneNumberField

from culture.models.registrations import LONGEST_NAME
from culture.states import UNDER_AGE, AgeGroup
from sites.mail_addresses import LONGEST, NO_ADDRESS, validate_writable
from sites.names import clean_name

from .seats import Person

CONTACTS = ("whatsapp", "email")
NO_NUMBER = gettext_lazy("This is no telephone number. Write it like 0812 3456 7890.")
TOO_LONG = gettext_lazy("This is too long: write %(limit_value)d letters at most.")


class PersonForm(forms.Form):
    # What is said where somebody under age has no guardian, and where nobody could be answered.
    no_guardian: str | Promise = gettext_lazy("Write your own name, too, if who joins is under 18.")
    no_contact: str | Promise = gettext_lazy(
        "Write a WhatsApp number or an e-mail address, so that the village can answer."
    )

    name = forms.CharField(
        label=gettext_lazy("Name of who joins"),
        min_length=2,
        max_length=LONGEST_NAME,
        # Browsers know the name of the parent, who fills in the form for a child.
        widget=forms.TextInput({"autocomplete": "off"}),
        error_messages={"required": gettext_lazy("Write the name of who joins."), "max_length": TOO_LONG},
    )
    age_group = forms.ChoiceField(
        label=gettext_lazy("Age of who joins"),
        choices=AgeGroup,
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Choose the age."),
            "invalid_choice": gettext_lazy("This class is not for that age. Choose one of the answers."),
        },
    )
    guardian_name = forms.CharField(
        label=gettext_lazy("Name of a parent or guardian"),
        help_text=gettext_lazy("Only if who joins is younger than 18. Number and e-mail are then yours."),
        max_length=LONGEST_NAME,
        required=False,
        error_messages={"max_length": TOO_LONG},
    )
    whatsapp = PhoneNumberField(
        label=gettext_lazy("WhatsApp number"),
        help_text=gettext_lazy("Fill in one of the two: WhatsApp number or e-mail address."),
        required=False,
        widget=forms.TextInput({"type": "tel", "autocomplete": "tel", "inputmode": "tel"}),
        error_messages={"invalid": NO_NUMBER},
    )
    email = forms.EmailField(
        label=pgettext_lazy("of a person", "E-mail address"),
        help_text=gettext_lazy("We send the confirmation there."),
        required=False,
        max_length=LONGEST,
        widget=forms.EmailInput({"autocomplete": "email", "inputmode": "email"}),
        error_messages={"invalid": NO_ADDRESS},
    )

    def clean_name(self) -> str:
        return clean_name(self.cleaned_data["name"])

    def clean_guardian_name(self) -> str:
        return clean_name(self.cleaned_data["guardian_name"])

    def clean_email(self) -> str:
        # Not a validator of the field: what is no address at all would be refused twice.
        email = self.cleaned_data["email"].lower()
        if email:
            validate_writable(email)
        return email

    def clean(self) -> dict:
        cleaned = super().clean()
        is_under_age = cleaned.get("age_group") in UNDER_AGE
        if is_under_age and "guardian_name" in cleaned and not cleaned["guardian_name"]:
            self.add_error("guardian_name", self.no_guardian)
        if not is_under_age:
            # Of grown-ups nobody needs it.
            cleaned["guardian_name"] = ""
        is_any_given = any(cleaned.get(name) for name in CONTACTS)
        if not is_any_given and self.errors.keys().isdisjoint(CONTACTS):
            self.add_error("whatsapp", self.no_contact)
        return cleaned

    def person(self, language: str) -> Person:
        cleaned = self.cleaned_data
        return Person(
            name=cleaned["name"],
            age_group=cleaned["age_group"],
            language=language,
            guardian_name=cleaned["guardian_name"],
            whatsapp=str(cleaned["whatsapp"]),
            email=cleaned["email"],
        )
