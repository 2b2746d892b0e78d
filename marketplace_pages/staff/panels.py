"""Cards of the market on the first page of the admin."""

from django.http import HttpRequest
from wagtail.admin.ui.components import Component

from marketplace_pages.models import BusinessPage

from .access import businesses_of, is_producer
from .notes import Note, notes_for


class YourBusinessPanel(Component):
    """For a producer, to whom the rest of the first page has little to say."""

    name = "your_business"
    template_name = "marketplace_pages/admin/your_business.html"
    order = 40

    def __init__(self, businesses: list[BusinessPage]):
        self.businesses = businesses

    def get_context_data(self, parent_context: dict) -> dict:
        return {"businesses": self.businesses}


class PermitsPanel(Component):
    """For admins of a village, while a permit runs out or waits to be checked."""

    name = "permits"
    template_name = "marketplace_pages/admin/permits_panel.html"
    order = 60

    def __init__(self, notes: list[Note]):
        self.notes = notes

    def get_context_data(self, parent_context: dict) -> dict:
        return {"notes": self.notes}


def panels_for(request: HttpRequest) -> list[Component]:
    if is_producer(request.user):
        return [YourBusinessPanel(list(businesses_of(request.user).order_by("path")))]
    notes = notes_for(request.user)
    return [PermitsPanel(notes)] if notes else []
