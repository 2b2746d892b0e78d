"""One request: what was asked, what was done, and the next step."""

from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin import messages

from services.choices import PUBLIC_KINDS
from services.handling import acts, whatsapp
from services.models import CannedAnswer
from sites import phones

from .assigning import AssignForm
from .desk import AtRequest, BesideDesk
from .handling_form import ANSWER, HandleForm, ready_text
from .notes import NoteForm


class RequestView(AtRequest, BesideDesk, TemplateView):
    template_name = "services/admin/request.html"
    form: HandleForm

    def get_page_title(self) -> str:
        return self.found.subject

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        self.note("look")
        self.form = HandleForm(self.found)
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if "insert" in request.POST:
            self.form = HandleForm(self.found, text=self._with_ready_answer())
            return self.show()
        self.form = HandleForm(self.found, request.POST)
        return self._handle() if self.form.is_valid() else self.show()

    def show(self) -> HttpResponse:
        return self.render_to_response(self.get_context_data())

    def _with_ready_answer(self) -> str:
        """What was typed so far, with the chosen answer below it."""
        typed, key = self.request.POST.get("text", "").strip(), self.request.POST["insert"]
        chosen = [answer for answer in self.ready_answers if str(answer.pk) == key]
        return "\n\n".join(
            filter(None, [typed, *(ready_text(answer, self.found.language) for answer in chosen)])
        )

    def _handle(self) -> HttpResponse:
        cleaned, person = self.form.cleaned_data, self.request.user
        text, key = cleaned["text"], cleaned["form_key"]
        try:
            if cleaned["act"] == ANSWER:
                acts.answer(self.found, person, text, key)
            else:
                acts.change_state(self.found, cleaned["seen"], cleaned["act"], person, text, key)
        except acts.ChangedMeanwhile:
            return self._show_what_changed(text)
        self.note("answer" if cleaned["act"] == ANSWER else "change_state")
        self._say()
        return self.back()

    def _show_what_changed(self, typed: str) -> HttpResponse:
        self.found = self.find()
        if self.found is None:
            raise acts.Erased
        messages.error(self.request, _("Somebody has changed this request meanwhile. Look at it once more."))
        self.form = HandleForm(self.found, text=typed)
        return self.show()

    def _say(self) -> None:
        if self.found.email:
            said = _("Kept. The person gets an e-mail, and sees it on the page of the request.")
            messages.success(self.request, said, buttons=self.way_on())
        else:
            messages.success(self.request, _("Kept. Now tell the person on WhatsApp."))

    @cached_property
    def ready_answers(self) -> list[CannedAnswer]:
        return list(self.found.village.canned_answers.all())

    def get_context_data(self, **kwargs) -> dict:
        letters = whatsapp.open_letters(self.found)
        return super().get_context_data(
            found=self.found,
            entries=self.found.entries.select_related("author"),
            attachments=self.found.attachments.all(),
            form=self.form,
            ready_answers=self.ready_answers,
            note_form=NoteForm(prefix="note"),
            assign_form=AssignForm(self.found),
            letters=letters,
            tell_url=whatsapp.link_to_tell(self.found, letters) if letters else "",
            chat_url=phones.whatsapp_url(self.found.whatsapp) if self.found.whatsapp else "",
            number=phones.readable(self.found.whatsapp) if self.found.whatsapp else "",
            may_be_published=self.found.may_be_public and self.found.kind in PUBLIC_KINDS,
            **kwargs,
        )
