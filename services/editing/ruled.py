"""Puts what the rules complain about at the fields of a form."""

from collections.abc import Iterable

from .rules import Complaint


class RuledMixin:
    """Stands before a form of a page. A draft may wait with what is missing, unless it is checked now."""

    def clean(self):
        cleaned = super().clean()
        for name, complaint in self.complaints(cleaned, self._may_wait):
            # What the form does not ask, or has complained about already, is not at fault here.
            if name in self.fields and name not in self.errors:
                self.add_error(name, complaint)
        return cleaned

    def complaints(self, cleaned: dict, may_wait: bool) -> Iterable[Complaint]:
        raise NotImplementedError

    @property
    def _may_wait(self) -> bool:
        return self.is_deferred_validation and not (self.instance.pk and self.instance.workflow_in_progress)
