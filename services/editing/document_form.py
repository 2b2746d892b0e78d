"""The form of a public document in the editor."""

from collections.abc import Iterable

from sites.forms import TypedOnceForm

from . import rules
from .ruled import RuledMixin


class PublicDocumentForm(RuledMixin, TypedOnceForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "replaces" in self.fields and self.parent_page is not None:
            # Of another list it would lead readers away from their village.
            others = self.fields["replaces"].queryset.child_of(self.parent_page)
            self.fields["replaces"].queryset = others.exclude(pk=self.instance.pk)

    def complaints(self, cleaned: dict, may_wait: bool) -> Iterable[rules.Complaint]:
        return rules.about_document(cleaned, self.instance.pk)
