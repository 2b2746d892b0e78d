"""The form of a permit: what stands on the paper, and the paper itself."""

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from marketplace_pages.models import BusinessPage, Permit, ProductPage
from sites.media.private_files import ACCEPTED, checked_file

from .files import delete_file

# What the village has looked at when it says that it checked a permit.
CHECKED = {"kind", "number", "issuer", "valid_until", "products", "proof", "without_proof"}


class PermitForm(forms.ModelForm):
    without_proof = forms.BooleanField(label=_("Delete the file that is there now"), required=False)

    class Meta:
        model = Permit
        fields = ["kind", "number", "issuer", "valid_until", "products", "proof"]
        labels = {"number": pgettext_lazy("permit", "Number")}
        widgets = {
            "valid_until": AdminDateInput,
            "products": forms.CheckboxSelectMultiple,
            "proof": forms.FileInput({"accept": ACCEPTED}),
        }
        help_texts = {
            "number": _("As it stands on the paper. Without it readers don't see the permit."),
            "issuer": _("For example: BPJPH, Dinas Kesehatan, OSS."),
            "proof": _("A photo or a PDF, 10 MB at most. Only you and your village see it."),
        }

    def __init__(self, *args, business: BusinessPage, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.business = business
        self.proof_before = self.instance.proof.name if self.instance.pk else ""
        self.fields["products"].queryset = ProductPage.objects.child_of(business).order_by("title")
        if not self.fields["products"].queryset:
            del self.fields["products"]
        if not self.proof_before:
            del self.fields["without_proof"]

    def clean_number(self) -> str:
        return " ".join(self.cleaned_data["number"].split())

    def clean_valid_until(self):
        ends = self.cleaned_data["valid_until"]
        if ends and "valid_until" in self.changed_data and ends < timezone.localdate():
            message = gettext("This permit ran out on %(day)s. Renew it first, then write the new date.")
            raise forms.ValidationError(message % {"day": date_format(ends, "DATE_FORMAT")})
        return ends

    def clean_proof(self):
        proof = self.cleaned_data["proof"]
        return checked_file(proof) if "proof" in self.changed_data and proof else proof

    def clean(self):
        cleaned = super().clean()
        kind, number = cleaned.get("kind"), cleaned.get("number")
        same = Permit.objects.filter(business=self.instance.business, kind=kind, number=number)
        if number and same.exclude(pk=self.instance.pk).exists():
            self.add_error("number", gettext("A permit with this number is there already."))
        return cleaned

    def save(self, commit=True) -> Permit:
        if self.cleaned_data.get("without_proof") and "proof" not in self.changed_data:
            self.instance.proof = ""
        permit = super().save(commit)
        if self.proof_before and permit.proof.name != self.proof_before:
            delete_file(self.proof_before)
        return permit

    @property
    def asks_for_a_new_check(self) -> bool:
        return bool(CHECKED.intersection(self.changed_data))
