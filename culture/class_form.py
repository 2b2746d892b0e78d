"""The form of a class in the editor."""

from django.utils.translation import gettext_lazy as _

from culture import class_rules
from culture.recurrence_field import RecurrenceField
from sites.forms import TypedOnceForm


class ClassPageForm(TypedOnceForm):
    """A draft may wait with what is missing; what is wrong has an error beside it, in plain words."""

    recurrence = RecurrenceField(label=_("Days"))

    def clean(self):
        cleaned = super().clean()
        if "term_from" in self.fields:
            for name, complaint in self._complaints(cleaned):
                if name not in self.errors:
                    self.add_error(name, complaint)
        return cleaned

    def _complaints(self, cleaned: dict):
        if self.is_deferred_validation:
            return class_rules.about_order(cleaned)
        return class_rules.complaints(cleaned, self.instance.seats_taken if self.instance.pk else 0)
