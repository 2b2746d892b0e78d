"""The choice for whom a page is, with the number of villages that each answer reaches."""

from django import forms
from django.apps import apps
from django.conf import settings
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from sites.forms import BasePageForm

from .audience import Audience, keys_of_audience, reached
from .targets import is_on_portal

FIELDS = ("audience", "audience_districts", "audience_villages")


class SharedPageForm(BasePageForm):
    """On the pages of villages, and on translations, nothing is asked."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not set(FIELDS) <= set(self.fields):
            return
        if self._decides():
            self._offer(list(apps.get_model("sites", "Village").objects.open()))
        else:
            for name in FIELDS:
                self.fields.pop(name)

    def _decides(self) -> bool:
        language = self.instance.locale.language_code if self.instance.locale_id else settings.LANGUAGE_CODE
        on_portal = self.parent_page is not None and is_on_portal(self.parent_page)
        return on_portal and language == settings.LANGUAGE_CODE

    def _offer(self, villages: list) -> None:
        """Replace the fields by choices that say how many villages each reaches."""
        self.villages = villages
        self.fields["audience"] = forms.ChoiceField(
            label=_("For whom"),
            choices=[(value, self._label(value, str(label))) for value, label in Audience.choices],
            widget=forms.RadioSelect,
        )
        districts = sorted({village.district for village in villages})
        self.fields["audience_districts"] = self._many(
            _("Districts (kecamatan)"),
            [(name, with_number(name, len(self._reached("districts", [name])))) for name in districts],
        )
        by_district = {
            name: [(v.code, v.display_name) for v in sorted(villages, key=str) if v.district == name]
            for name in districts
        }
        self.fields["audience_villages"] = self._many(_("Villages"), list(by_district.items()))
        if not self.instance.pk and not self.is_bound:
            self.initial["audience"] = ""  # whoever writes decides; nothing is sent to 217 villages unasked

    @staticmethod
    def _many(label, choices: list) -> forms.MultipleChoiceField:
        return forms.MultipleChoiceField(
            label=label, choices=choices, required=False, widget=forms.CheckboxSelectMultiple
        )

    def _label(self, value: str, label: str) -> str:
        if value in {Audience.PORTAL, Audience.DISTRICTS, Audience.VILLAGES}:
            return label
        return with_number(label, len(self._reached(value)))

    def _reached(self, audience: str, districts=(), codes=()) -> list:
        return reached(self.villages, keys_of_audience(audience, districts, codes))

    def clean(self):
        cleaned = super().clean()
        if (
            "audience" in self.fields
            and not self.is_deferred_validation
            and not self.errors.keys() & set(FIELDS)
        ):
            self._check_audience(*(cleaned.get(name) or [] for name in FIELDS))
        return cleaned

    def _check_audience(self, audience: str, districts: list[str], codes: list[str]) -> None:
        if audience == Audience.DISTRICTS and not districts:
            self.add_error("audience_districts", _("Choose at least one district."))
        elif audience == Audience.VILLAGES and not codes:
            self.add_error("audience_villages", _("Choose at least one village."))
        elif audience and audience != Audience.PORTAL and not self._reached(audience, districts, codes):
            message = gettext("No village with a site belongs to this. Choose another answer.")
            self.add_error("audience", message)


def with_number(label: str, number: int) -> str:
    villages = ngettext("%(number)d village", "%(number)d villages", number) % {"number": number}
    return f"{label} · {villages}"
