"""The choice for whom a page is, with the number of villages that each answer reaches."""

from collections import Counter
from collections.abc import Iterable

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
    """On the pages of villages nothing is asked, nor on translations what the Indonesian version decides."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not set(FIELDS) <= set(self.fields):
            return
        if not self._is_on_portal():
            self._leave_out(FIELDS)
        elif self._is_translation():
            self._leave_out([*FIELDS, *self.instance.decided_by_source])
        else:
            self._offer()

    def _leave_out(self, names: Iterable[str]) -> None:
        for name in names:
            self.fields.pop(name, None)

    def _is_on_portal(self) -> bool:
        return self.parent_page is not None and is_on_portal(self.parent_page)

    def is_valid(self):
        is_valid = super().is_valid()
        if self.is_bound and self._is_on_portal():
            return not refuse_media_of_villages(self.references_sent()) and is_valid
        return is_valid

    def _is_translation(self) -> bool:
        instance = self.instance
        return bool(instance.locale_id) and instance.locale.language_code != settings.LANGUAGE_CODE

    def _offer(self) -> None:
        """Replace the fields by choices that say how many villages each reaches."""
        register = apps.get_model("sites", "Village").objects
        self.villages = list(register.open())
        by_district = {name: [] for name in sorted({village.district for village in self.villages})}
        # A village that is closed for now stays chosen when the page is corrected meanwhile.
        codes = set(self.instance.audience_villages) - {village.code for village in self.villages}
        stored = register.filter(code__in=codes) if codes else []
        by_district |= {name: [] for name in self.instance.audience_districts if name not in by_district}
        for village in sorted([*self.villages, *stored], key=lambda village: village.name):
            by_district.setdefault(village.district, []).append((village.code, village.display_name))
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
            widget=CheckboxSelectMultiple(Counter(village.district for village in self.villages)),
            required=False,
        )
        self.fields["audience_villages"] = forms.MultipleChoiceField(
            label=_("Villages"),
            choices=[(name, rows) for name, rows in by_district.items() if rows],
            widget=CheckboxSelectMultiple({village.code: 1 for village in self.villages}, named=False),
            required=False,
        )

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
