"""Showing a complaint or an idea to everybody, in words that the office has looked at; and no longer."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages

from services.choices import PUBLIC_KINDS
from services.handling import acts
from services.models import ServiceRequest
from services.models.requests import LONGEST_MESSAGE, LONGEST_PLACE
from sites.contact_form import TOO_LONG
from sites.identity_numbers import refuse_identity_number

from .desk import ActView, BesideRequest


class PublishForm(forms.Form):
    public_text = forms.CharField(
        label=gettext_lazy("What everybody reads"),
        help_text=gettext_lazy("Take out names, numbers and what would tell who has written."),
        max_length=LONGEST_MESSAGE,
        widget=forms.Textarea({"rows": 6}),
        error_messages={"max_length": TOO_LONG},
    )
    public_answer = forms.CharField(
        label=gettext_lazy("Answer of the office, for everybody"),
        max_length=LONGEST_MESSAGE,
        required=False,
        widget=forms.Textarea({"rows": 4}),
        error_messages={"max_length": TOO_LONG},
    )
    place = forms.CharField(
        label=gettext_lazy("Place, for everybody"),
        help_text=gettext_lazy("A street or a hamlet, not the house of somebody. Empty: no place is shown."),
        max_length=LONGEST_PLACE,
        required=False,
        error_messages={"max_length": TOO_LONG},
    )
    pictures = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Pictures to show"),
        help_text=gettext_lazy("None with a face, a number plate or a paper of somebody."),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, found: ServiceRequest, *args, **kwargs):
        super().__init__(*args, **kwargs)
        pictures = [attachment for attachment in found.attachments.all() if attachment.is_picture]
        if not found.place:
            del self.fields["place"]
        self.fields["pictures"].choices = [(picture.pk, picture.name) for picture in pictures]
        if not pictures:
            del self.fields["pictures"]
        self.initial |= {
            "public_text": found.public_text or found.message,
            "public_answer": found.public_answer,
            "place": found.place,
            "pictures": [picture.pk for picture in pictures if picture.is_public],
        }

    def clean(self) -> dict:
        cleaned = super().clean()
        for name in ("public_text", "public_answer", "place"):
            try:
                refuse_identity_number(cleaned.get(name) or "")
            except forms.ValidationError as refusal:
                self.add_error(name, refusal)
        return cleaned


class PublishView(BesideRequest, FormView):
    template_name = "services/admin/publish.html"
    form_class = PublishForm
    page_title = gettext_lazy("Publish")

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        found = self.found
        if found and not (found.may_be_public and found.kind in PUBLIC_KINDS):
            messages.error(request, _("Who has written this does not want it to be public."))
            return self.back()
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self) -> dict:
        return {**super().get_form_kwargs(), "found": self.found}

    def get_context_data(self, **kwargs) -> dict:
        explanation = _("Everybody can then read it, with its topic, place and state, without a name.")
        button = _("Publish the changes") if self.found.is_published else _("Publish")
        pictures = [attachment for attachment in self.found.attachments.all() if attachment.is_picture]
        own = {"explanation": explanation, "button_label": button, "pictures": pictures}
        return super().get_context_data(**own, **kwargs)

    def form_valid(self, form: PublishForm) -> HttpResponse:
        cleaned = form.cleaned_data
        try:
            texts = cleaned["public_text"], cleaned["public_answer"]
            acts.publish(self.found, *texts, cleaned.get("pictures", []), cleaned.get("place"))
        except acts.ChangedMeanwhile:
            messages.error(self.request, _("Who has written this does not want it to be public."))
            return self.back()
        self.note("publish")
        messages.success(self.request, _("Everybody can read it now."))
        return self.back()


class TakeBackView(ActView):
    def act(self) -> None:
        acts.take_back(self.found)
        self.note("take_back")
        messages.success(self.request, _("Nobody else can read it any more. The text stays here."))
