"""Writing to everybody in a class, and the list of those whom staff tell on WhatsApp, one by one."""

from uuid import uuid4

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages

from culture.classes.versions import version_in
from culture.models import ClassMessage, Notice
from culture.registering import messaging
from culture.states import RegistrationState

from .desk import ActView, AtDesk, DeskPage
from .whatsapp import link_to_tell, subject_of

SEATED, WAITING = RegistrationState.SEATED.value, RegistrationState.WAITING.value
RECIPIENTS = [
    (SEATED, gettext_lazy("Who has a seat")),
    (WAITING, gettext_lazy("Who is on the waiting list")),
    (f"{SEATED},{WAITING}", gettext_lazy("Both")),
]


class MessageForm(forms.Form):
    recipients = forms.ChoiceField(
        label=gettext_lazy("To"), choices=RECIPIENTS, initial=SEATED, widget=forms.RadioSelect
    )
    text = forms.CharField(
        label=gettext_lazy("Message"),
        max_length=ClassMessage._meta.get_field("text").max_length,
        widget=forms.Textarea({"rows": 6}),
        help_text=gettext_lazy("Everybody gets the same text. Guests may need it in English, too."),
    )
    form_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)


class MessageView(AtDesk, DeskPage, FormView):
    template_name = "sites/admin/desk/form.html"
    form_class = MessageForm
    page_title = gettext_lazy("Write to all")
    button_label = gettext_lazy("Send")

    def get_context_data(self, **kwargs) -> dict:
        explanation = _(
            "Who gave an e-mail address gets a letter. You tell the others on WhatsApp, one by one, from a "
            "list that opens afterwards."
        )
        return super().get_context_data(explanation=explanation, **kwargs)

    def form_valid(self, form) -> HttpResponse:
        text, key = form.cleaned_data["text"], form.cleaned_data["form_key"]
        states = form.cleaned_data["recipients"].split(",")
        number = messaging.write(self.class_page, text, states, self.request.user, key)
        if not number:
            messages.warning(self.request, _("Nothing was sent: nobody is there, or it was sent before."))
            return self.back_to("registrations")
        self.note("message")
        message = ngettext("Written to %(number)d person.", "Written to %(number)d people.", number)
        messages.success(self.request, message % {"number": number})
        return self.back_to("notices" if open_notices(self.class_page).exists() else "registrations")


def open_notices(class_page):
    rows = Notice.objects.for_staff().filter(registration__class_page=class_page)
    return rows.select_related("registration__class_page", "session", "message").order_by("created_at", "pk")


class NoticesView(AtDesk, DeskPage, TemplateView):
    """Each with the text to send; it leaves the list when it is ticked off."""

    template_name = "culture/admin/notices.html"
    page_title = gettext_lazy("To tell on WhatsApp")

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        self.note("look_at_notices")
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs) -> dict:
        # Asked for once for each language, not for each person.
        pages = {code: version_in(self.class_page, code) for code, _name in settings.LANGUAGES}
        notices = [
            {
                "notice": notice,
                "subject": subject_of(notice),
                "url": link_to_tell(notice, self.village_name, pages[notice.registration.language]),
                "told_url": self.url_of("told", notice.pk),
            }
            for notice in open_notices(self.class_page)
        ]
        return super().get_context_data(notices=notices, **kwargs)


class ToldView(AtDesk, ActView):
    """Remembers that staff have told somebody."""

    def act(self) -> None:
        notices = Notice.objects.filter(registration__class_page=self.class_page)
        notice = get_object_or_404(notices, pk=self.kwargs["notice_id"])
        # A letter that may still be sent is not theirs to tick off.
        if notices.for_staff().filter(pk=notice.pk).update(sent_at=timezone.now()):
            self.note("told")

    def back(self) -> HttpResponse:
        return self.back_to("notices")
