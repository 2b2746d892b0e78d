"""The form of a guide in the editor."""

from collections.abc import Iterable

from sites.forms import TypedOnceForm
from sites.sharing.forms import SharedPageForm

from . import rules
from .ruled import RuledMixin


class GuidePageForm(RuledMixin, TypedOnceForm, SharedPageForm):
    def complaints(self, cleaned: dict, may_wait: bool) -> Iterable[rules.Complaint]:
        return rules.about_guide(cleaned) if may_wait else rules.complaints_about_guide(cleaned)
