"""The form of a service in the editor."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from services.choices import LifeEvent
from sites.forms import TypedOnceForm
from sites.sharing.forms import SharedPageForm
from sites.ticked import ticked

from . import rules
from .ruled import RuledMixin

# What only a village decides: on a template nobody can be asked from afar.
OF_VILLAGES = ("counter", "opening_hours", "asking", "takes_attachments", "working_days", "kept_days")


class ServicePageForm(RuledMixin, TypedOnceForm, SharedPageForm):
    life_events = ticked(_("Events in life"), LifeEvent.choices)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self._is_on_portal():
            self._leave_out(OF_VILLAGES)

    def complaints(self, cleaned: dict, may_wait: bool) -> Iterable[rules.Complaint]:
        return rules.about_service(cleaned) if may_wait else rules.complaints_about_service(cleaned)
