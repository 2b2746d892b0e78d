"""The questions about somebody who joins a class, and their rules: the same for readers and at the office."""

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from culture.states import UNDER_AGE, AgeGroup
from sites.contact_form import LONGEST_NAME, TOO_LONG, ContactForm
from sites.names import clean_name

from .seats import Person


class PersonForm(ContactForm):
    # What is said where somebody under age has no guardian.
    no_guardian: str | Promise = gettext_lazy("Write your own name, too, if who joins is under 18.")
    field_order = ("name", "age_group", "guardian_name", "whatsapp", "email")

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

    def clean_guardian_name(self) -> str:
        return clean_name(self.cleaned_data["guardian_name"])

    def clean(self) -> dict:
        cleaned = super().clean()
        is_under_age = cleaned.get("age_group") in UNDER_AGE
        if is_under_age and "guardian_name" in cleaned and not cleaned["guardian_name"]:
            self.add_error("guardian_name", self.no_guardian)
        if not is_under_age:
            # Of grown-ups nobody needs it.
            cleaned["guardian_name"] = ""
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
