"""Giving somebody all that is kept about their request, and erasing it."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePath

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override
from django.views import View
from django.views.generic import TemplateView
from wagtail.admin import messages

from services.codes import readable
from services.handling import acts
from services.models import RequestEntry, ServiceRequest
from sites import phones

from .desk import NAMESPACE, AtRequest, BesideRequest

KEPT_AS_FACT = ("place", "comes_on", "public_text", "public_answer")


def as_text(found: ServiceRequest) -> str:
    """All of it as lines, in the language that the person chose; notes of the office, too."""
    with override(found.language):
        lines = [_line(label, value) for label, value in _facts(found) if value]
        lines += ["", str(_("What has happened")), *map(_entry, found.entries.all())]
        files = [_line(_("File"), attachment.name) for attachment in found.attachments.all()]
    return "\r\n".join([*lines, *files]) + "\r\n"


def _facts(found: ServiceRequest) -> Iterator[tuple[object, object]]:
    labels = {field.name: field.verbose_name for field in found._meta.fields}
    yield labels["code"], readable(found.code)
    yield labels["kind"], found.get_kind_display()
    yield _("About"), found.subject
    yield labels["name"], found.name
    yield labels["whatsapp"], phones.readable(found.whatsapp) if found.whatsapp else ""
    yield labels["email"], found.email
    yield labels["language"], found.get_language_display()
    yield labels["message"], found.message
    for name in KEPT_AS_FACT:
        yield labels[name], _day(found.comes_on) if name == "comes_on" else getattr(found, name)
    yield labels["state"], found.get_state_display()
    for name in ("agreed_at", "created_at", "closed_at", "published_at"):
        yield labels[name], _moment(getattr(found, name))


def _entry(entry: RequestEntry) -> str:
    parts = (_moment(entry.created_at), entry.get_kind_display(), entry.get_state_display(), entry.text)
    return " · ".join(str(part) for part in parts if part)


def _day(day) -> str:
    return date_format(day, "DATE_FORMAT") if day else ""


def _moment(value) -> str:
    return date_format(timezone.localtime(value), "DATETIME_FORMAT") if value else ""


def _line(label: object, value: object) -> str:
    label = str(label)
    return f"{label[:1].upper()}{label[1:]}: {value}"


def as_archive(found: ServiceRequest) -> bytes:
    """The text with the files that were sent along."""
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("data.txt", as_text(found))
        for number, attachment in enumerate(found.attachments.all(), 1):
            if attachment.file.storage.exists(attachment.file.name):
                ending = PurePath(attachment.file.name).suffix
                with attachment.file.open("rb") as file:
                    archive.writestr(f"{number}{ending}", file.read())
    return content.getvalue()


class PersonDataView(AtRequest, View):
    """A text, or with files an archive, to give to that person."""

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        self.note("export_person")
        has_files = self.found.attachments.exists()
        content = as_archive(self.found) if has_files else as_text(self.found)
        content_type, ending = (
            ("application/zip", "zip") if has_files else ("text/plain; charset=utf-8", "txt")
        )
        answer = HttpResponse(content, content_type=content_type)
        answer["Content-Disposition"] = f'attachment; filename="permohonan-{self.found.pk}.{ending}"'
        add_never_cache_headers(answer)
        return answer


class EraseView(BesideRequest, TemplateView):
    template_name = "sites/admin/desk/confirm.html"
    page_title = gettext_lazy("Erase the request")

    def get_context_data(self, **kwargs) -> dict:
        explanation = _(
            "Name, contact, messages, notes and files of this request are erased at once and can't be "
            "brought back; only numbers stay. Nobody is told, and the code leads nowhere any more."
        )
        return super().get_context_data(
            about=self.found.name, explanation=explanation, button_label=_("Erase"), is_grave=True, **kwargs
        )

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        acts.erase(self.found)
        self.note("erase")
        messages.success(request, _("The request and everything kept about it are erased."))
        return redirect(f"{NAMESPACE}:index")
