"""What somebody does at their desk: forms sent to the addresses of the admin, by name."""

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from .walk import SCRIPT
from .writes import announcement_form


class Desk:
    """A client of one person, logged in at their host."""

    def __init__(self, client: Client):
        self.client = client

    def look(self, name: str, *args, query: str = "") -> HttpResponse:
        """Open an address that must be open to them."""
        answer = self.client.get(reverse(name, args=args) + query)
        assert answer.status_code == 200, (name, answer.status_code, answer.get("Location"))
        return answer

    def do(self, name: str, *args, query: str = "", **data) -> HttpResponse:
        """Send a form that must be taken: it leads on to another page."""
        answer = self.client.post(reverse(name, args=args) + query, data)
        assert answer.status_code == 302, (name, answer.status_code, _complaints(answer))
        return answer

    def script(self, name: str, *args, **data) -> dict:
        """Send a form as the scripts of the admin do, and return what they are told."""
        answer = self.client.post(reverse(name, args=args), data, headers=SCRIPT)
        assert answer.status_code == 200, (name, answer.status_code)
        return answer.json()

    def write(self, page, **values) -> HttpResponse:
        """Save an announcement from its editor."""
        return self.do("wagtailadmin_pages:edit", page.pk, **announcement_form(**values))

    def many(self, action: str, *objects, **data) -> HttpResponse:
        """Do something with many pages, pictures or documents at once."""
        model = objects[0]._meta
        app, name = (
            ("wagtailcore", "page") if isinstance(objects[0], Page) else (model.app_label, model.model_name)
        )
        query = "?" + "&".join(f"id={found.pk}" for found in objects)
        return self.do("wagtail_bulk_action", app, name, action, query=query, **data)


def _complaints(answer: HttpResponse) -> object:
    form = (answer.context or {}).get("form") if answer.context else None
    return form.errors if form is not None else answer.text[:200]
