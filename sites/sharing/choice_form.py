"""The form in which a village chooses what becomes of an office's page on its site."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from sites.models import VillageSharing

CANNOT_HIDE = _("This is an emergency: it warns people, so it stands on the site of every village.")


class ChoiceForm(WagtailAdminModelForm):
    class Meta:
        model = VillageSharing
        fields = ["is_hidden", "is_pinned", "note", "note_en"]
        widgets = {name: forms.Textarea(attrs={"rows": 3}) for name in ("note", "note_en")}

    def __init__(self, *args, is_alert: bool, in_english: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.is_alert = is_alert
        if is_alert:
            self.fields["is_hidden"].disabled = True
            self.fields["is_hidden"].help_text = CANNOT_HIDE
        if not in_english:
            del self.fields["note_en"]

    def clean(self):
        cleaned = super().clean()
        # Django takes no value of a field that is switched off. Whoever sent one, from a form that was
        # opened before the page became an emergency, is told so.
        if self.is_alert and self.data.get(self.add_prefix("is_hidden")):
            message = _(
                "No village can hide an emergency. Nothing is saved yet: save again without hiding it."
            )
            self.add_error("is_hidden", message)
        return cleaned
