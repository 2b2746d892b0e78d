from sites.forms import TypedOnceForm


class BusinessPageForm(TypedOnceForm):
    """A business as its village or its producer writes it."""
