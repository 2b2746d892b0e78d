"""What somebody is asked who registers: the least that a class needs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext, gettext_lazy

from culture.states import UNDER_AGE, age_groups_of

from . import seal
from .person_form import CONTACTS, PersonForm

if TYPE_CHECKING:
    from culture.models import ClassPage

# What is longer can be nothing but an attack; it comes back cut.
LONGEST_ANSWER = 500


class RegistrationForm(PersonForm):
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
