"""Cards on the first page of the admin: templates that have changed, and services to look at once more."""

from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin.ui.components import Component

from sites.models import Village
from sites.tenancy import access_of, working_village

from .access import templates_of
from .desk import NAMESPACE
from .entries import entries_of


class ServicesPanel(Component):
    """For people of a village, while there is something to decide or to check."""

    name = "services"
    template_name = "services/admin/services_panel.html"
    order = 55

    def __init__(self, village: Village, changed: int, to_check: int):
        self.village, self.changed, self.to_check = village, changed, to_check

    def get_context_data(self, parent_context: dict) -> dict:
        return {
            "village": self.village,
            "changed": self.changed,
            "to_check": self.to_check,
            "url": reverse(f"{NAMESPACE}:index"),
        }


class TemplatesPanel(Component):
    """For staff of an office, while one of its templates is to be checked."""

    name = "service_templates"
    template_name = "services/admin/templates_panel.html"
    order = 55

    def __init__(self, to_check: int):
        self.to_check = to_check

    def get_context_data(self, parent_context: dict) -> dict:
        return {"to_check": self.to_check, "url": reverse(f"{NAMESPACE}:templates")}


def panels_for(request: HttpRequest) -> list[Component]:
    found: list[Component] = []
    if village := working_village(request):
        entries = entries_of(village)
        changed = sum(bool(entry.changes) for entry in entries)
        to_check = sum(entry.is_to_check for entry in entries)
        if changed or to_check:
            found.append(ServicesPanel(village, changed, to_check))
    if access_of(request.user).offices and (number := templates_of(request.user).to_check().count()):
        found.append(TemplatesPanel(number))
    return found
