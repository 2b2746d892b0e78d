"""Writing to the office on the page of a request, or taking the request back."""

from collections.abc import Mapping

from django import forms
from django.utils.translation import gettext_lazy

from services.handling import acts
from services.models import ServiceRequest
from services.models.requests import LONGEST_MESSAGE
from sites.contact_form import TOO_LONG
from sites.sealed_forms import SealedForm


class MessageForm(SealedForm):
    longest_answer = LONGEST_MESSAGE + 200

    text = forms.CharField(
        label=gettext_lazy("Write to the office"),
        max_length=LONGEST_MESSAGE,
        widget=forms.Textarea({"rows": 4}),
        help_text=gettext_lazy("Never write a NIK or the number of a family card (KK) here."),
        error_messages={"required": gettext_lazy("Write a message first."), "max_length": TOO_LONG},
    )

    def __init__(self, request: ServiceRequest, data: Mapping[str, str] | None = None):
        self.request = request
        super().__init__(f"request-message-{request.pk}", data)

    def send(self) -> None:
        """Keep the message. Raises `Erased` where the request is gone meanwhile."""
        acts.reply(self.request, self.cleaned_data["text"], self.key_with_answers)
