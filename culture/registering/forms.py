"""What somebody is asked who registers: the least that a class needs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext, gettext_lazy, pgettext_lazy
from phonenumber_field.formfields import PhoneNumberField

from culture.models.registrations import LONGEST_NAME
from culture.states import UNDER_AGE, age_groups_of
from sites.mail_addresses import LONGEST, NO_ADDRESS, validate_writable

from . import seal
from .names import clean_name
from .seats import Person

if TYPE_CHECKING:
    from culture.models import ClassPage

# What is longer can be nothing but an attack; it comes back cut.
LONGEST_ANSWER = 500
NO_NUMBER = gettext_lazy("This is no telephone number. Write it like 0812 3456 7890.")
CONTACTS = ("whatsapp", "email")
TOO_LONG = gettext_lazy("This is too long: write %(limit_value)d letters at most.")


class RegistrationForm(forms.Form):
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
    agreed = forms.BooleanField(
        error_messages={"required": gettext_lazy("Tick the box: without it nothing may be kept.")}
    )
    # For programs that fill in everything; people never see it.
    website = forms.CharField(
        required=False, widget=forms.TextInput({"autocomplete": "off", "tabindex": "-1"})
    )
    seal = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, class_page: ClassPage, organiser: str, data: Mapping[str, str] | None = None):
        self.class_page = class_page
        if data is not None:
            data = {name: data.get(name, "")[:LONGEST_ANSWER] for name in self.base_fields}
        super().__init__(data, label_suffix="", initial={"seal": seal.make(class_page)})
        groups = age_groups_of(class_page)
        self.fields["age_group"].choices = [(group.value, group.label) for group in groups]
        if len(groups) == 1:
            self.initial["age_group"] = groups[0].value
        for name in CONTACTS:
            self.fields[name].is_one_of = True
        if UNDER_AGE.isdisjoint(groups):
            del self.fields["guardian_name"]
            self.fields["name"].widget.attrs["autocomplete"] = "name"
        elif UNDER_AGE.issuperset(groups):
            self.fields["guardian_name"].required = True
            self.fields["guardian_name"].help_text = gettext("Number and e-mail are those of this person.")
            self.fields["guardian_name"].error_messages["required"] = gettext("Write your own name, too.")
        self.fields["agreed"].label = self._agreement(organiser)

    def _agreement(self, organiser: str) -> str:
        words = {"organiser": organiser, "days": self.class_page.kept_days}
        texts = [
            gettext("I agree that %(organiser)s keeps these data for this class only.") % words,
            gettext("They are erased %(days)d days after it ends.") % words,
        ]
        if "guardian_name" in self.fields:
            texts.append(
                gettext("If who joins is younger than 18, I am a parent or guardian and agree for them.")
            )
        return " ".join(texts)

    @property
    def shown(self) -> list:
        """The fields that people fill in."""
        return [field for field in self if field.name not in {"website", "seal"}]

    @property
    def is_of_a_program(self) -> bool:
        return bool(self.data.get("website"))

    @property
    def opened(self) -> seal.Seal | None:
        return seal.read(self.class_page, self.data.get("seal", ""))

    def renew(self) -> None:
        """Let the form that comes back be one that was just opened, with all that was typed."""
        self.data |= {"seal": seal.make(self.class_page), "website": ""}

    def clean_name(self) -> str:
        return clean_name(self.cleaned_data["name"])

    def clean_guardian_name(self) -> str:
        return clean_name(self.cleaned_data["guardian_name"])

    def clean_email(self) -> str:
        # Not a validator of the field: what is no address at all would be refused twice.
        email = self.cleaned_data["email"]
        if email:
            validate_writable(email)
        return email

    def clean(self) -> dict:
        cleaned = super().clean()
        is_under_age = cleaned.get("age_group") in UNDER_AGE
        if is_under_age and "guardian_name" in cleaned and not cleaned["guardian_name"]:
            self.add_error("guardian_name", gettext("Write your own name, too, if who joins is under 18."))
        if not is_under_age:
            # Of grown-ups nobody needs it.
            cleaned["guardian_name"] = ""
        is_any_given = any(cleaned.get(name) for name in CONTACTS)
        if not is_any_given and self.errors.keys().isdisjoint(CONTACTS):
            message = gettext("Write a WhatsApp number or an e-mail address, so that the village can answer.")
            self.add_error("whatsapp", message)
        return cleaned

    def person(self, language: str) -> Person:
        cleaned = self.cleaned_data
        return Person(
            name=cleaned["name"],
            age_group=cleaned["age_group"],
            language=language,
            guardian_name=cleaned["guardian_name"],
            whatsapp=str(cleaned["whatsapp"]),
            email=cleaned["email"].lower(),
        )
