"""What of the queue is shown: by choices that stand in the address, or by words that do not."""

from collections.abc import Iterable

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from services.choices import CLOSED_STATES, OPEN_STATES, RequestKind, RequestState
from services.codes import read_code
from services.querysets import RequestQuerySet
from sites import phones
from sites.models import User

OPEN, CLOSED, MINE, LATE = "open", "closed", "mine", "late"
ALL = [("", pgettext_lazy("requests", "All"))]
STATES = [
    (OPEN, _("To be done")),
    *((state.value, state.label) for state in OPEN_STATES),
    (CLOSED, pgettext_lazy("requests", "Closed")),
]
WHICH = [*ALL, (MINE, _("Those I look after")), (LATE, _("Late"))]


class NarrowForm(forms.Form):
    """It stands in the address, and names nobody. Without a choice it shows what is to be done."""

    state = forms.ChoiceField(label=_("State"), choices=STATES, required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=[*ALL, *RequestKind.choices], required=False)
    service = forms.ChoiceField(label=_("Service"), required=False)
    which = forms.ChoiceField(label=_("Which"), choices=WHICH, required=False)

    def __init__(self, data, titles: Iterable[str]):
        super().__init__(data)
        self.fields["service"].choices = [*ALL, *((title, title) for title in titles)]

    def narrow(self, rows: RequestQuerySet, user: User) -> RequestQuerySet:
        self.is_valid()
        # What is no choice at all narrows nothing.
        chosen = self.cleaned_data
        rows = self._in_state(rows, chosen.get("state") or OPEN)
        rows = rows.filter(kind=chosen["kind"]) if chosen.get("kind") else rows
        rows = rows.filter(service_title=chosen["service"]) if chosen.get("service") else rows
        rows = rows.filter(assignee=user) if chosen.get("which") == MINE else rows
        return rows.overdue() if chosen.get("which") == LATE else rows

    @staticmethod
    def _in_state(rows: RequestQuerySet, state: str) -> RequestQuerySet:
        several = {OPEN: OPEN_STATES, CLOSED: CLOSED_STATES}
        return rows.filter(state__in=several.get(state) or (RequestState(state),))


class FindForm(forms.Form):
    words = forms.CharField(
        label=_("Find a name, a code or a WhatsApp number"),
        max_length=80,
        widget=forms.TextInput({"autocomplete": "off"}),
    )

    def find(self, rows: RequestQuerySet) -> RequestQuerySet:
        words = self.cleaned_data["words"]
        condition = Q(name__icontains=words)
        if code := read_code(words):
            condition |= Q(code=code)
        try:
            condition |= Q(whatsapp=phones.standard_form(words))
        except ValueError:
            # It is no number, then.
            return rows.filter(condition)
        return rows.filter(condition)
