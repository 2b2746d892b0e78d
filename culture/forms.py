"""Forms of art forms and events in the editor."""

from collections import defaultdict
from datetime import time

from django import forms
from django.apps import apps
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from culture import event_rules
from sites.forms import TypedOnceForm
from sites.sharing.forms import SharedPageForm
from sites.ticked import ticked_months


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

    usual_months = ticked_months(_("Usual months"))

    def clean(self):
        cleaned = super().clean()
        if "certainty" in self.fields:
            if cleaned.get("is_all_day"):
                self._take_whole_days(cleaned)
            rules = event_rules.about_order if self.is_deferred_validation else event_rules.complaints
            for name, complaint in rules(cleaned):
                if name not in self.errors:
                    self.add_error(name, complaint)
        return cleaned

    @staticmethod
    def _take_whole_days(cleaned: dict) -> None:
        """What is without a time of day lasts from the first minute of its first day to its last one."""
        for name, moment in (("starts_at", time.min), ("moved_from", time.min), ("ends_at", time(23, 59))):
            if value := cleaned.get(name):
                cleaned[name] = timezone.localtime(value).replace(
                    hour=moment.hour, minute=moment.minute, second=0, microsecond=0
                )
