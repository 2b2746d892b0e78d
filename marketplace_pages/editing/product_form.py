from sites.forms import TypedOnceForm


class ProductPageForm(TypedOnceForm):
    """A product as its village or its producer writes it."""
