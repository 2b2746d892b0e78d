from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm


class AnnouncementPageForm(WagtailAdminPageForm):
    """An emergency stands on every page, so it must say when it ends; a draft may wait with that."""

    def clean(self):
        cleaned = super().clean()
        is_emergency = cleaned.get("severity") == self.instance.Severity.EMERGENCY
        if is_emergency and not cleaned.get("expires_at") and not self.is_deferred_validation:
            self.add_error(
                "expires_at", _("Say when the emergency ends. You can change it later if it takes longer.")
            )
        return cleaned
