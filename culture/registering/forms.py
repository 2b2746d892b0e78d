"""What somebody is asked who registers: the least that a class needs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext, gettext_lazy

from culture.states import UNDER_AGE, age_groups_of
from sites.contact_form import CONTACTS
from sites.sealed_forms import SealedForm

from .person_form import PersonForm

if TYPE_CHECKING:
    from culture.models import ClassPage


class RegistrationForm(SealedForm, PersonForm):
    agreed = forms.BooleanField(
        error_messages={"required": gettext_lazy("Tick the box: without it nothing may be kept.")}
    )

    def __init__(self, class_page: ClassPage, organiser: str, data: Mapping[str, str] | None = None):
        self.class_page = class_page
        super().__init__(purpose_of(class_page), data)
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


def purpose_of(class_page: ClassPage) -> str:
    return f"registration-{class_page.pk}"
