"""Forms of art forms and events in the editor."""

from collections import defaultdict
from datetime import time

from django import forms
from django.apps import apps
from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _

from sites.forms import TypedOnceForm
from sites.sharing.forms import SharedPageForm

MONTH_CHOICES = list(MONTHS.items())


class ArtFormPageForm(SharedPageForm):
    """Offices say in which villages it is at home; what a village writes is at home there."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        register = apps.get_model("sites", "Village").objects
        self.own_village = register.owning(self.parent_page).first() if self.parent_page else None
        if self.own_village or self._is_translation():
            self.fields.pop("villages", None)
        elif field := self.fields.get("villages"):
            field.widget = forms.CheckboxSelectMultiple()
            field.choices = self._by_district(field.queryset)

    @staticmethod
    def _by_district(villages) -> list:
        groups = defaultdict(list)
        for village in villages.order_by("district", "name"):
            groups[village.district].append((village.pk, village.display_name))
        return list(groups.items())

    def save(self, commit=True):
        if self.own_village:
            self.instance.villages = [self.own_village]
        return super().save(commit)


class EventPageForm(TypedOnceForm, SharedPageForm):
    """What takes place needs a day, or says why it has none yet."""

    usual_months = forms.TypedMultipleChoiceField(
        label=_("Usual months"),
        choices=MONTH_CHOICES,
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def clean(self):
        cleaned = super().clean()
        if "certainty" in self.fields:
            if cleaned.get("is_all_day"):
                self._take_whole_days(cleaned)
            self._check_order(cleaned)
            if not self.is_deferred_validation:
                self._check_days(cleaned)
                self._check_pin(cleaned)
        return cleaned

    @staticmethod
    def _take_whole_days(cleaned: dict) -> None:
        """What is without a time of day lasts from the first minute of its first day to its last one."""
        for name, moment in (("starts_at", time.min), ("moved_from", time.min), ("ends_at", time(23, 59))):
            if value := cleaned.get(name):
                cleaned[name] = timezone.localtime(value).replace(
                    hour=moment.hour, minute=moment.minute, second=0, microsecond=0
                )

    def _check_order(self, cleaned: dict) -> None:
        """Not even a draft may end before it begins: the database would refuse it."""
        starts, ends = cleaned.get("starts_at"), cleaned.get("ends_at")
        if starts and ends and ends <= starts:
            self.add_error("ends_at", _("It would end before it begins. Choose a later time."))

    def _check_days(self, cleaned: dict) -> None:
        certainty, starts = cleaned.get("certainty"), cleaned.get("starts_at")
        kinds = self.instance.Certainty
        if certainty == kinds.CONFIRMED and not starts and "starts_at" not in self.errors:
            self.add_error("starts_at", _("Write when it begins, or choose that its day is not set."))
        if certainty == kinds.USUAL and not starts and not cleaned.get("usual_months"):
            self.add_error("usual_months", _("Tick the months in which it usually takes place."))
        if certainty == kinds.LUNAR and not starts and not cleaned.get("lunar_date"):
            self.add_error("lunar_date", _("Write the day by the lunar calendar, for example 2 Syawal."))
        if cleaned.get("status") == self.instance.Status.MOVED and not cleaned.get("moved_from"):
            self.add_error("moved_from", _("Write when it was to begin, so that readers see what changed."))

    def _check_pin(self, cleaned: dict) -> None:
        pair = {name: cleaned.get(name) for name in ("latitude", "longitude")}
        missing = [name for name, value in pair.items() if value is None and name not in self.errors]
        if len(missing) == 1:
            self.add_error(missing[0], _("Write latitude and longitude, or leave both empty."))
