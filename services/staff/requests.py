"""One request: what was asked, what was done, and the next step."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages

from services.choices import RequestState
from services.handling import acts
from services.models import ServiceRequest
from services.models.requests import LONGEST_MESSAGE
from sites.contact_form import TOO_LONG

from .desk import NAMESPACE, AtRequest, BesideDesk


class StateForm(forms.Form):
    """The next state, and what the person is told with it; a refusal gives its reason."""

    state = forms.ChoiceField(label=gettext_lazy("New state"), widget=forms.RadioSelect)
    text = forms.CharField(
        label=gettext_lazy("Message to the person"),
        required=False,
        max_length=LONGEST_MESSAGE,
        widget=forms.Textarea({"rows": 4}),
        error_messages={"max_length": TOO_LONG},
    )
    seen = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, found: ServiceRequest, *args, **kwargs):
        super().__init__(*args, initial={"seen": found.state}, **kwargs)
        self.fields["state"].choices = [(state.value, state.label) for state in found.next_states]

    def clean(self) -> dict:
        cleaned = super().clean()
        if cleaned.get("state") == RequestState.REFUSED and not cleaned.get("text"):
            self.add_error("text", _("Say why, and what the person can do now."))
        return cleaned


class RequestView(AtRequest, BesideDesk, TemplateView):
    template_name = "services/admin/request.html"
    form = None

    def get_page_title(self) -> str:
        return self.found.subject

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        self.note("look")
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        self.form = StateForm(self.found, request.POST)
        if not self.form.is_valid():
            return super().get(request, *args, **kwargs)
        cleaned = self.form.cleaned_data
        try:
            acts.change_state(self.found, cleaned["seen"], cleaned["state"], request.user, cleaned["text"])
        except acts.ChangedMeanwhile:
            messages.error(request, _("Somebody has changed this request meanwhile. Look at it once more."))
            return super().get(request, *args, **kwargs)
        except acts.Erased:
            messages.error(request, _("This request was erased meanwhile. Nothing was sent."))
            return redirect(f"{NAMESPACE}:index")
        self.note("change_state")
        messages.success(request, _("The new state is kept, and the person can see it."))
        return redirect(self.url_of("request"))

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(
            found=self.found,
            entries=self.found.entries.select_related("author"),
            form=self.form or StateForm(self.found),
            **kwargs,
        )
