"""The form of a course in the editor."""

from sites.forms import TypedOnceForm
from sites.sharing.forms import SharedPageForm


class CoursePageForm(TypedOnceForm, SharedPageForm):
    """A draft may wait with what is missing; what is wrong has an error beside it, in plain words."""
