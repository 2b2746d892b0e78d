"""The form in which somebody at the counter says whether a service is as usual."""

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from services.choices import ServiceStatus
from services.editing.state import Said
from services.models import ServiceState
from sites.contact_form import TOO_LONG
from sites.identity_numbers import refuse_identity_number

LONGEST_REASON = ServiceState._meta.get_field("reason").max_length
FURTHEST = timedelta(days=366)


class StateForm(forms.Form):
    status = forms.ChoiceField(
        label=gettext_lazy("This service is"), choices=ServiceStatus.choices, widget=forms.RadioSelect
    )
    reason = forms.CharField(
        label=gettext_lazy("Reason, in Indonesian"),
        help_text=gettext_lazy("Readers see it. For example: the printer is broken; only until 11.00 today."),
        max_length=LONGEST_REASON,
        required=False,
        error_messages={"max_length": TOO_LONG},
    )
    reason_en = forms.CharField(
        label=gettext_lazy("Reason, in English"),
        max_length=LONGEST_REASON,
        required=False,
        error_messages={"max_length": TOO_LONG},
    )
    until = forms.DateField(
        label=gettext_lazy("Last day"),
        help_text=gettext_lazy("After it all is as usual again by itself. Empty: until you change it."),
        required=False,
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, state: ServiceState | None, in_english: bool, *args, **kwargs):
        now = timezone.localdate()
        initial = {"status": ServiceStatus.NORMAL, "until": now}
        if state:
            names = ("status", "reason", "reason_en", "until")
            initial = {name: getattr(state, name) for name in names}
        super().__init__(*args, initial=initial, **kwargs)
        self.fields["until"].widget.attrs |= {"min": now.isoformat(), "max": (now + FURTHEST).isoformat()}
        if not in_english:
            del self.fields["reason_en"]

    def clean_reason(self) -> str:
        return self._without_numbers("reason")

    def clean_reason_en(self) -> str:
        return self._without_numbers("reason_en")

    def _without_numbers(self, name: str) -> str:
        refuse_identity_number(self.cleaned_data[name])
        return self.cleaned_data[name]

    def clean(self) -> dict:
        cleaned = super().clean()
        if cleaned.get("status") in (None, ServiceStatus.NORMAL):
            # What still stands in the other fields matters to nobody then.
            for name in ("reason", "reason_en", "until"):
                self.errors.pop(name, None)
            return cleaned
        if not cleaned.get("reason") and "reason" not in self.errors:
            self.add_error("reason", _("Say why, so that nobody comes in vain."))
        self._check_day(cleaned.get("until"))
        return cleaned

    def _check_day(self, until) -> None:
        today = timezone.localdate()
        if until and until < today:
            self.add_error("until", _("This day is over. Choose today or a day that is to come."))
        elif until and until > today + FURTHEST:
            self.add_error("until", _("Choose a day within a year, or leave it empty."))

    @property
    def said(self) -> Said:
        cleaned = self.cleaned_data
        return Said(
            ServiceStatus(cleaned["status"]),
            cleaned.get("reason", ""),
            cleaned.get("reason_en", ""),
            cleaned.get("until"),
        )
