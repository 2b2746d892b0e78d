"""What an announcement must be before it can be published."""

from django.apps import apps
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sites.querysets import OFFICE_DEPTH
from sites.sharing.forms import SharedPageForm

QUIET_OFFICE = _("Only the portal and offices that may warn the villages publish urgent notices.")


class AnnouncementPageForm(SharedPageForm):
    """An urgent notice stands on every page, so it must say when it ends; a draft may wait with that."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields.get("severity")
        if field and not self._may_be_urgent():
            field.choices = [choice for choice in field.choices if choice[0] == self.instance.Severity.INFO]
            field.help_text = QUIET_OFFICE

    def _may_be_urgent(self) -> bool:
        """Whether it stands in a village, on the portal itself, or with an office that may warn."""
        if self.parent_page is None or self.parent_page.depth < OFFICE_DEPTH:
            return True
        path = self.parent_page.path[: OFFICE_DEPTH * self.parent_page.steplen]
        office = apps.get_model("sites", "Office").objects.filter(pages__path=path).first()
        return office is None or office.may_alert

    def clean(self):
        cleaned = super().clean()
        if not self.is_deferred_validation:
            self._check_end(cleaned.get("severity"), cleaned.get("expires_at"), cleaned.get("go_live_at"))
        return cleaned

    def _check_end(self, severity, end, start) -> None:
        if severity == self.instance.Severity.EMERGENCY and not end:
            message = _("Say when the emergency ends. You can change it later if it takes longer.")
            self.add_error("expires_at", message)
        elif end and start and end <= start:
            self.add_error("expires_at", _("It would end before it is published. Choose a later time."))
        elif end and self.instance.first_published_at is None and end <= timezone.now():
            self.add_error("expires_at", _("This time is over. Choose a later one, or leave it empty."))
