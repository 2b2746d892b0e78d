"""The choice for whom a page is, with the number of villages that each answer reaches."""

from collections import defaultdict

from django import forms
from django.apps import apps
from django.conf import settings
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sites.forms import BasePageForm

from .audience import Audience, keys_of_audience, reached
from .media import refuse_media_of_villages
from .targets import is_on_portal
from .widgets import CheckboxSelectMultiple, RadioSelect

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
        return self._is_on_portal() and language == settings.LANGUAGE_CODE

    def _is_on_portal(self) -> bool:
        return self.parent_page is not None and is_on_portal(self.parent_page)

    def is_valid(self):
        is_valid = super().is_valid()
        if self.is_bound and self._is_on_portal():
            return not refuse_media_of_villages(self.references_sent()) and is_valid
        return is_valid

    def _offer(self, villages: list) -> None:
        """Replace the fields by choices that say how many villages each reaches."""
        self.villages = villages
        by_district = defaultdict(list)
        for village in sorted(villages, key=lambda village: (village.district, village.name)):
            by_district[village.district].append((village.code, village.display_name))
        whole = (Audience.ALL, Audience.DESA, Audience.KELURAHAN)
        self.fields["audience"] = forms.ChoiceField(
            label=_("For whom"),
            choices=Audience.choices,
            widget=RadioSelect({value: len(self._reached(value)) for value in whole}),
            help_text=self._reach_as_saved(),
        )
        self.fields["audience_districts"] = forms.MultipleChoiceField(
            label=_("Districts (kecamatan)"),
            choices=[(name, name) for name in by_district],
            widget=CheckboxSelectMultiple({name: len(rows) for name, rows in by_district.items()}),
            required=False,
        )
        self.fields["audience_villages"] = forms.MultipleChoiceField(
            label=_("Villages"),
            choices=list(by_district.items()),
            widget=CheckboxSelectMultiple({village.code: 1 for village in villages}, named=False),
            required=False,
        )
        if not self.instance.pk and not self.is_bound:
            self.initial["audience"] = ""  # whoever writes decides; nothing is sent to 217 villages unasked

    def _reach_as_saved(self) -> str:
        page = self.instance
        keys = keys_of_audience(page.audience, page.audience_districts, page.audience_villages)
        number = len(reached(self.villages, keys))
        return format_html("{} <output data-reach>{}</output>", _("Number of villages that show it:"), number)

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
