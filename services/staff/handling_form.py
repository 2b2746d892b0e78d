"""The form of the next step: what the person is told, and what becomes of the request with it."""

from uuid import uuid4

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from services.choices import RequestState
from services.models import CannedAnswer, ServiceRequest
from services.models.requests import LONGEST_MESSAGE
from sites.contact_form import TOO_LONG
from sites.identity_numbers import refuse_identity_number

ANSWER = "answer"
STEPS = {
    RequestState.HANDLED: gettext_lazy("Take it on"),
    RequestState.READY: gettext_lazy("It is ready to collect"),
    RequestState.DONE: gettext_lazy("It is done"),
    RequestState.REFUSED: gettext_lazy("Refuse it"),
}
AGAIN = gettext_lazy("Handle it once more")


class GuardedText(forms.Form):
    """A text without a number of a KTP or a KK; `form_key` lets a form that is sent twice write once."""

    text = forms.CharField(
        max_length=LONGEST_MESSAGE,
        widget=forms.Textarea({"rows": 4}),
        error_messages={"max_length": TOO_LONG, "required": gettext_lazy("Write something first.")},
    )
    form_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    def clean_text(self) -> str:
        refuse_identity_number(self.cleaned_data["text"])
        return self.cleaned_data["text"]


class HandleForm(GuardedText):
    """`act` is the button that was pressed: a state that may follow, or only a message."""

    act = forms.ChoiceField()
    seen = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, found: ServiceRequest, data=None, text: str = ""):
        super().__init__(data, initial={"seen": found.state, "text": text})
        self.fields["text"].label = _("Message to the person")
        self.fields["text"].required = False
        self.fields["act"].choices = [(state.value, state) for state in found.next_states]
        if found.next_states:
            self.fields["act"].choices += [(ANSWER, ANSWER)]
        self.steps = [(state.value, _step(found, state)) for state in found.next_states]

    def clean(self) -> dict:
        cleaned = super().clean()
        if "text" in self.errors or cleaned.get("text"):
            return cleaned
        if cleaned.get("act") == RequestState.REFUSED:
            self.add_error("text", _("Say why, and what the person can do now."))
        if cleaned.get("act") == ANSWER:
            self.add_error("text", _("Write a message first."))
        return cleaned


def _step(found: ServiceRequest, state: RequestState) -> str:
    was_on = found.state in {RequestState.READY, RequestState.DONE, RequestState.REFUSED}
    return AGAIN if was_on and state == RequestState.HANDLED else STEPS[state]


def ready_text(answer: CannedAnswer, language: str) -> str:
    """A ready answer in the language of the person, as far as it is written in it."""
    return answer.text_en if language == "en" and answer.text_en else answer.text
