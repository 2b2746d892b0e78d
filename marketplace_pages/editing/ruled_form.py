"""What the forms of businesses and products share: plain rules, whose complaints stand at their fields."""

from sites.forms import TypedOnceForm


class RuledForm(TypedOnceForm):
    """A draft may wait with what is missing, unless somebody checks it now."""

    rules = None

    def clean(self):
        cleaned = super().clean()
        if self.instance.is_source:
            rule = self.rules.about_order if self._may_wait else self.rules.complaints
            for name, complaint in rule(cleaned):
                if name in self.fields and name not in self.errors:
                    self.add_error(name, complaint)
        return cleaned

    @property
    def _may_wait(self) -> bool:
        return self.is_deferred_validation and not (self.instance.pk and self.instance.workflow_in_progress)
