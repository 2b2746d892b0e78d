from django.db import models
from django.utils.translation import gettext

from marketplace_pages import availability
from marketplace_pages.choices import Availability


class ProductCard(models.Model):
    """What only the card of a product prints; see market/cards.py for what lists bring along."""

    # Where it is ordered, and whose it is where that is another village.
    order_url = ""
    village_name = ""
    accent = ""

    class Meta:
        abstract = True

    @property
    def kind_icon(self) -> str:
        return self.category.icon

    @property
    def season_text(self) -> str:
        """Whether there is some now; empty for what has no season, or has not said which."""
        if self.availability != Availability.SEASONAL or not availability.months_of(self):
            return ""
        is_now = not availability.is_out_of_season(self)
        return gettext("In season now") if is_now else gettext("Not in season now")
