"""The form of a course in the editor."""

from collections import defaultdict

from learning.lessons import STREAMS
from sites.forms import TypedOnceForm
from sites.sharing.forms import SharedPageForm

from .block_errors import error_of
from .course_rules import Complaint, complaints
from .lesson_slugs import fill_slugs, formers_of


class CoursePageForm(TypedOnceForm, SharedPageForm):
    """A draft may wait with what is missing; what is wrong has an error beside it, in plain words."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.formers = formers_of(self.instance.lessons)

    def clean(self):
        cleaned = super().clean()
        if "lessons" in cleaned:
            fill_slugs(cleaned["lessons"], self.formers, self.instance.first_published_at is not None)
        # A stream with an error of its own has no value to look at.
        if set(STREAMS) <= cleaned.keys():
            self._complain(cleaned)
        return cleaned

    def _complain(self, cleaned: dict) -> None:
        gives = cleaned.get("gives_certificate", self.instance.gives_certificate)
        found = complaints(cleaned["lessons"], cleaned["questions"], gives)
        by_field = defaultdict(list)
        for complaint in found:
            if complaint.is_wrong or not self._may_wait:
                by_field[self._field_of(complaint)].append((complaint.place[1:], complaint.text))
        for name, placed in by_field.items():
            if name in STREAMS:
                self.add_error(name, error_of(cleaned[name].stream_block, cleaned[name], placed))
            else:
                self.add_error(name, [text for _place, text in placed])

    @property
    def _may_wait(self) -> bool:
        """Whether it is saved as a draft; what somebody checks now must be as fit as what is published."""
        return self.is_deferred_validation and not (self.instance.pk and self.instance.workflow_in_progress)

    def _field_of(self, complaint: Complaint) -> str:
        """On a translation, what is typed once stands elsewhere: said of the quiz."""
        return complaint.field if complaint.field in self.fields else "questions"
