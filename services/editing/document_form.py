"""The form of a public document in the editor."""

from sites.forms import TypedOnceForm


class PublicDocumentForm(TypedOnceForm):
    """The form of a public document."""
