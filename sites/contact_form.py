"""How somebody can be answered: a name, and a WhatsApp number or an e-mail address."""

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, pgettext_lazy
from phonenumber_field.formfields import PhoneNumberField

from sites.mail_addresses import LONGEST, NO_ADDRESS, validate_writable
from sites.names import clean_name

CONTACTS = ("whatsapp", "email")
LONGEST_NAME = 80
NO_NUMBER = gettext_lazy("This is no telephone number. Write it like 0812 3456 7890.")
TOO_LONG = gettext_lazy("This is too long: write %(limit_value)d letters at most.")


class ContactForm(forms.Form):
    # What is said where nobody could be answered.
    no_contact: str | Promise = gettext_lazy(
        "Write a WhatsApp number or an e-mail address, so that the village can answer."
    )

    name = forms.CharField(
        label=gettext_lazy("Your name"),
        min_length=2,
        max_length=LONGEST_NAME,
        widget=forms.TextInput({"autocomplete": "name"}),
        error_messages={"required": gettext_lazy("Write your name."), "max_length": TOO_LONG},
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

    def clean_email(self) -> str:
        # Not a validator of the field: what is no address at all would be refused twice.
        email = self.cleaned_data["email"].lower()
        if email:
            validate_writable(email)
        return email

    def clean(self) -> dict:
        cleaned = super().clean()
        is_any_given = any(cleaned.get(name) for name in CONTACTS)
        if not is_any_given and self.errors.keys().isdisjoint(CONTACTS):
            self.add_error("whatsapp", self.no_contact)
        return cleaned
