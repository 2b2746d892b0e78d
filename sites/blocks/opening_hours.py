"""Opening hours of an office."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from sites import opening_hours


class OpeningHoursBlock(blocks.StructBlock):
    days = blocks.MultipleChoiceBlock(
        opening_hours.DAY_CHOICES, label=_("Days"), widget=forms.CheckboxSelectMultiple
    )
    opens = blocks.TimeBlock(label=_("Opens"))
    closes = blocks.TimeBlock(label=_("Closes"))

    def clean(self, value):
        hours = super().clean(value)
        if hours["closes"] <= hours["opens"]:
            late = ValidationError(_("Closing time must be after opening time."))
            raise blocks.StructBlockValidationError({"closes": late})
        return hours

    class Meta:
        icon = "time"
        label = _("Days with the same hours")
        help_text = _("For a break at noon, add two lines for the same days.")


class OpeningWeekBlock(blocks.StreamBlock):
    """All opening hours of an office; no day may have hours that overlap."""

    hours = OpeningHoursBlock()

    def clean(self, value):
        week = super().clean(value)
        if day := opening_hours.overlapping_day(week):
            message = _("The hours of %(day)s overlap. Change one of the lines.") % {"day": day}
            raise blocks.StreamBlockValidationError(non_block_errors=[ValidationError(message)])
        return week
