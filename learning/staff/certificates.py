"""The certificates of a course: the list, and what its staff do with one."""

from django import forms
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.ui.tables import BaseColumn
from wagtail.admin.views.generic.base import BaseListingView

from learning.certificates import acts
from learning.certificates.codes import read_code
from learning.models import Certificate
from sites.admin.columns import STACKED, TextColumn
from sites.admin.finding import FoundByForm
from sites.querysets import LARGEST_KEY

from .desk import AtDesk, DeskPage

LIST_TITLE = gettext_lazy("Certificates")


class FindForm(forms.Form):
    words = forms.CharField(
        label=gettext_lazy("Find a name or a code"),
        max_length=80,
        widget=forms.TextInput({"autocomplete": "off"}),
    )

    def find(self, rows):
        words = self.cleaned_data["words"]
        return rows.filter(Q(name__icontains=words) | Q(code=read_code(words)))


def name_text(certificate: Certificate) -> str:
    return certificate.name or _("(name erased)")


def state_text(certificate: Certificate) -> str:
    if certificate.is_revoked:
        return _("Revoked: %(reason)s") % {"reason": certificate.revoke_reason}
    return _("Valid")


def day_text(certificate: Certificate) -> str:
    """The day itself: Wagtail's own column tells how long ago something was."""
    return date_format(timezone.localtime(certificate.created_at), "DATE_FORMAT")


class ActColumn(BaseColumn):
    """Leads to what can be done with a certificate."""

    cell_template_name = "learning/admin/act_cell.html"


class CertificatesView(AtDesk, DeskPage, FoundByForm, BaseListingView):
    model = Certificate
    find_form_class = FindForm
    template_name = "learning/admin/certificates.html"
    page_title = LIST_TITLE
    paginate_by = 50
    verbose_name_plural = Certificate._meta.verbose_name_plural
    table_classname = STACKED
    columns = [
        TextColumn("name", label=gettext_lazy("Name"), accessor=name_text, classname="title whole-address"),
        TextColumn("code", label=gettext_lazy("Code")),
        TextColumn("state", label=gettext_lazy("State"), accessor=state_text, classname="whole-address"),
        TextColumn("created_at", label=gettext_lazy("Issued"), accessor=day_text),
        ActColumn("acts", label=""),
    ]

    def get_index_url(self) -> str:
        return self.url_of("certificates")

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        self.note("search_certificates" if self.is_finding else "look_at_certificates")
        return super().get(request, *args, **kwargs)

    def get_base_queryset(self):
        rows = Certificate.objects.of(self.course)
        return self.find_form.find(rows) if self.is_finding else rows

    def get_context_data(self, **kwargs) -> dict:
        context = super().get_context_data(**kwargs)
        for row in context["object_list"]:
            row.desk_course_id = self.course.pk
        return context

    @property
    def no_results_message(self):
        if self.is_finding:
            return _("No certificate of this course has such a name or code.")
        return _("Nobody has asked for a certificate yet.")


class CertificatePage(AtDesk, DeskPage):
    """Asks what becomes of one certificate, and does it."""

    action = ""

    def setup(self, request: HttpRequest, *args, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        key = min(kwargs["certificate_id"], LARGEST_KEY)
        self.certificate = get_object_or_404(Certificate.objects.of(self.course), pk=key)

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        self.note("look_at_certificate")
        return super().get(request, *args, **kwargs)

    def steps_between(self) -> list[dict]:
        return [*super().steps_between(), {"url": self.back_url, "label": LIST_TITLE}]

    @property
    def back_url(self) -> str:
        return self.url_of("certificates")

    def get_context_data(self, **kwargs) -> dict:
        return super().get_context_data(
            certificate=self.certificate, name=name_text(self.certificate), **kwargs
        )

    def done(self, message: str) -> HttpResponse:
        self.note(self.action)
        messages.success(self.request, message)
        return self.back_to("certificates")


class RevokeForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=Certificate._meta.get_field("revoke_reason").max_length,
        help_text=gettext_lazy("For you and your colleagues; readers do not see it. Name nobody."),
    )


class RevokeView(CertificatePage, FormView):
    form_class = RevokeForm
    template_name = "learning/admin/certificate_form.html"
    action = "revoke_certificate"
    page_title = gettext_lazy("Revoke the certificate")
    button_label = gettext_lazy("Revoke the certificate")

    def form_valid(self, form) -> HttpResponse:
        acts.revoke(self.certificate, form.cleaned_data["reason"])
        return self.done(_("The certificate is revoked. Whoever checks its code reads that it is not valid."))


class RestoreView(CertificatePage, TemplateView):
    template_name = "learning/admin/certificate_confirm.html"
    action = "restore_certificate"
    page_title = gettext_lazy("Make the certificate valid again")
    button_label = gettext_lazy("Make it valid again")
    extra_context = {"explanation": gettext_lazy("Whoever checks its code reads again that it is genuine.")}

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        acts.restore(self.certificate)
        return self.done(_("The certificate is valid again."))


class EraseNameView(CertificatePage, TemplateView):
    template_name = "learning/admin/certificate_confirm.html"
    action = "erase_certificate_name"
    page_title = gettext_lazy("Erase the name")
    button_label = gettext_lazy("Erase the name for good")
    extra_context = {
        "is_grave": True,
        "explanation": gettext_lazy(
            "Do this when the person asks for it. The certificate stays genuine, but nobody reads any more "
            "whose it is. The name can't be brought back."
        ),
    }

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        acts.erase_name(self.certificate)
        return self.done(_("The name is erased."))
