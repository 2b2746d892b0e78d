"""What somebody is asked who asks the office: the least that an answer needs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext, gettext_lazy

from services.choices import PUBLIC_KINDS, Asking, ComplaintTopic, RequestKind
from services.handling.subjects import version_of
from services.models import ServicePage
from services.models.requests import LONGEST_MESSAGE, LONGEST_PLACE
from sites.contact_form import CONTACTS, TOO_LONG, ContactForm
from sites.frame import Frame
from sites.sealed_forms import SealedForm

from . import dates
from .files_field import FilesField
from .intake import KEPT_DAYS, Asked

MESSAGE_LABELS = {
    RequestKind.QUESTION: gettext_lazy("Your question"),
    RequestKind.SERVICE: gettext_lazy("What do you need it for?"),
    RequestKind.INFORMATION: gettext_lazy("Which information do you ask for, and what for?"),
    RequestKind.COMPLAINT: gettext_lazy("What happened, and since when?"),
    RequestKind.IDEA: gettext_lazy("Your idea"),
}


class RequestForm(SealedForm, ContactForm):
    """`kind` and `service` say which questions stand in it."""

    longest_answer = LONGEST_MESSAGE + 200
    field_order = ("topic", "message", "place", "comes_on", "files", "name", "whatsapp", "email")

    topic = forms.ChoiceField(
        label=gettext_lazy("What is it about?"),
        choices=[("", gettext_lazy("Choose")), *ComplaintTopic.choices],
        error_messages={"required": gettext_lazy("Choose what it is about.")},
    )
    message = forms.CharField(
        max_length=LONGEST_MESSAGE,
        min_length=5,
        widget=forms.Textarea({"rows": 5}),
        help_text=gettext_lazy("Never write a NIK or the number of a family card (KK) here."),
        error_messages={
            "required": gettext_lazy("Write what you ask for."),
            "min_length": gettext_lazy("Write a little more, so that the office can answer."),
            "max_length": TOO_LONG,
        },
    )
    place = forms.CharField(
        label=gettext_lazy("Where?"),
        help_text=gettext_lazy("Hamlet, road, or what is near."),
        max_length=LONGEST_PLACE,
        required=False,
        error_messages={"max_length": TOO_LONG},
    )
    comes_on = forms.ChoiceField(
        label=gettext_lazy("On which day do you want to come?"),
        required=False,
        error_messages={
            "invalid_choice": gettext_lazy("The office is not open then. Choose one of the days in the list.")
        },
    )
    files = FilesField(
        label=gettext_lazy("Photos or PDF"),
        help_text=gettext_lazy("Three at most. Never a photo of a KTP or a KK: show those at the office."),
    )
    may_be_public = forms.BooleanField(
        label=gettext_lazy("Everybody may read it, without my name, once the office has looked at it."),
        required=False,
    )
    agreed = forms.BooleanField(
        error_messages={"required": gettext_lazy("Tick the box: without it nothing may be kept.")}
    )

    def __init__(
        self,
        frame: Frame,
        kind: RequestKind,
        service: ServicePage | None = None,
        data: Mapping[str, str] | None = None,
        files=None,
    ):
        self.kind, self.service = kind, service
        purpose = f"request-{frame.site.pk}-{kind}-{service.pk if service else 0}"
        super().__init__(purpose, data, files=files)
        self.fields["message"].label = MESSAGE_LABELS[kind]
        self.fields["email"].help_text = gettext("What the office answers is sent there.")
        for name in CONTACTS:
            self.fields[name].is_one_of = True
        for name in self._not_asked():
            del self.fields[name]
        self._offer_days(frame)
        self.fields["agreed"].label = gettext(
            "I agree that %(office)s keeps these data to answer me. They are erased %(days)d days after that."
        ) % {"office": frame.name, "days": self.kept_days}

    def _offer_days(self, frame: Frame) -> None:
        """Days on which the office is open; an office that has not said when names none."""
        if "comes_on" not in self.fields:
            return
        if days := dates.choices(frame.settings, self.service):
            self.fields["comes_on"].choices = [("", gettext("No matter when")), *days]
        else:
            del self.fields["comes_on"]

    @cached_property
    def page(self) -> ServicePage | None:
        """The service in the language of readers, to which they may go back."""
        return version_of(self.service) if self.service else None

    @property
    def heading(self) -> str:
        words = {"service": self.page.title if self.page else ""}
        return {
            RequestKind.QUESTION: gettext("Ask about: %(service)s") % words,
            RequestKind.SERVICE: gettext("Ask for: %(service)s") % words,
            RequestKind.INFORMATION: gettext("Ask for public information"),
            RequestKind.COMPLAINT: gettext("Send a complaint"),
            RequestKind.IDEA: gettext("Tell an idea"),
        }[self.kind]

    @property
    def lead(self) -> str:
        return gettext("You get a code. With it you see what becomes of it, without a log-in.")

    @property
    def has_lost_files(self) -> bool:
        """Whether files came along with a form that comes back: no browser fills them in again."""
        return "files" in self.fields and bool(self.files)

    @property
    def kept_days(self) -> int:
        return self.service.kept_days if self.service else KEPT_DAYS[self.kind]

    def _not_asked(self) -> list[str]:
        left_out = []
        if self.kind not in PUBLIC_KINDS:
            left_out += ["topic", "place", "may_be_public"]
        if self.service is None or self.service.asking != Asking.REQUEST:
            left_out.append("comes_on")
        takes_files = self.service.takes_attachments if self.service else self.kind in PUBLIC_KINDS
        return left_out if takes_files else [*left_out, "files"]

    def asked(self, language: str) -> Asked:
        cleaned = self.cleaned_data
        return Asked(
            kind=self.kind,
            service=self.service,
            name=cleaned["name"],
            whatsapp=str(cleaned["whatsapp"]),
            email=cleaned["email"],
            language=language,
            message=cleaned["message"],
            comes_on=date.fromisoformat(cleaned["comes_on"]) if cleaned.get("comes_on") else None,
            topic=cleaned.get("topic", ""),
            place=cleaned.get("place", ""),
            may_be_public=cleaned.get("may_be_public", False),
            files=cleaned.get("files", ()),
        )
