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


class ExceptionalDaysBlock(blocks.StructBlock):
    """Days on which the office is closed or has other hours than usual."""

    first_day = blocks.DateBlock(label=_("First day"))
    last_day = blocks.DateBlock(label=_("Last day"), required=False, help_text=_("Empty: one day only."))
    opens = blocks.TimeBlock(label=_("Opens"), required=False, help_text=_("Empty: closed all day."))
    closes = blocks.TimeBlock(label=_("Closes"), required=False)
    reason = blocks.CharBlock(
        label=_("Reason"), max_length=80, help_text=_("Readers see it. For example: national holiday.")
    )

    def clean(self, value):
        days = super().clean(value)
        errors = {}
        if days["last_day"] and days["last_day"] < days["first_day"]:
            errors["last_day"] = ValidationError(_("The last day must not lie before the first day."))
        if bool(days["opens"]) != bool(days["closes"]):
            errors["closes"] = ValidationError(_("Write both times, or none if the office is closed."))
        elif days["opens"] and days["closes"] <= days["opens"]:
            errors["closes"] = ValidationError(_("Closing time must be after opening time."))
        if errors:
            raise blocks.StructBlockValidationError(errors)
        return days

    class Meta:
        icon = "date"
        label = _("Closed or other hours")
        label_format = "{first_day} {reason}"


class ExceptionalDaysStreamBlock(blocks.StreamBlock):
    days = ExceptionalDaysBlock()
