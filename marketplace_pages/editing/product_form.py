"""The form of a product in the editor."""

from django.utils.translation import gettext_lazy as _

from sites.ticked import ticked_months

from . import product_rules
from .category_select import group_by_first_level
from .ruled_form import RuledForm


class ProductPageForm(RuledForm):
    """A product as its village or its producer writes it."""

    rules = product_rules

    months = ticked_months(_("months in which there is some"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if field := self.fields.get("category"):
            group_by_first_level(field)
