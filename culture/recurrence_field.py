"""The form field in which an editor chooses a recurrence: how often, and on which weekdays."""

from django import forms
from django.utils.translation import gettext_lazy as _

from culture.recurrence import DAY_CHOICES, Pattern, read, rule_of


class RecurrenceWidget(forms.MultiWidget):
    def __init__(self, attrs=None):
        widgets = {
            "pattern": forms.Select({"aria-label": _("How often")}, choices=Pattern.choices),
            "days": forms.CheckboxSelectMultiple(choices=DAY_CHOICES),
        }
        super().__init__(widgets, attrs)

    def decompress(self, value: str) -> list:
        if not value:
            return [Pattern.WEEKLY, []]
        pattern, days = read(value)
        return [pattern, list(days)]


class RecurrenceField(forms.MultiValueField):
    """Gives a rule of RFC 5545."""

    widget = RecurrenceWidget
    default_error_messages = {"incomplete": _("Choose at least one day of the week.")}

    def __init__(self, **kwargs):
        fields = (forms.ChoiceField(choices=Pattern), forms.MultipleChoiceField(choices=DAY_CHOICES))
        super().__init__(fields, require_all_fields=False, **kwargs)

    def compress(self, data_list: list) -> str:
        return rule_of(*data_list) if data_list and data_list[1] else ""
