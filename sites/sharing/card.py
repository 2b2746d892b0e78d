"""A card on the admin's first page: what offices have published lately for a village."""

from django.urls import reverse
from wagtail.admin.ui.components import Component

from sites.models import Village

from .choices import NEW_FOR, count_new


class FromOfficesPanel(Component):
    name = "from_offices"
    template_name = "sites/admin/sharing/card.html"
    order = 60

    def __init__(self, village: Village, number: int):
        self.village = village
        self.number = number

    def get_context_data(self, parent_context: dict) -> dict:
        url = reverse("from_offices:index")
        return {"village": self.village, "number": self.number, "days": NEW_FOR.days, "url": url}


def card_for(village: Village) -> list[FromOfficesPanel]:
    """The card of a village, for its admins and while something is new. One query."""
    number = count_new(village) if village.is_admin else 0
    return [FromOfficesPanel(village, number)] if number else []
