"""Something that stands at a request for the office alone."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages

from services.handling import acts

from .desk import BesideRequest
from .handling_form import GuardedText


class NoteForm(GuardedText):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["text"].label = _("Internal note")
        self.fields["text"].help_text = _("Only your office reads it.")


class NoteView(BesideRequest, FormView):
    """The page of the request has the form; here it comes back if something is wrong with it."""

    template_name = "sites/admin/desk/form.html"
    form_class = NoteForm
    prefix = "note"
    page_title = gettext_lazy("Write a note")

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        return redirect(self.url_of("request"))

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(button_label=_("Keep the note"), **kwargs)

    def form_valid(self, form: NoteForm) -> HttpResponse:
        acts.note(self.found, self.request.user, form.cleaned_data["text"], form.cleaned_data["form_key"])
        self.note("note")
        messages.success(self.request, _("The note is kept. Only your office reads it."))
        return self.back()
