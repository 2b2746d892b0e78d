"""What all pages of the inbox share: their name in addresses, the request of the address, the way back up."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sites.admin import desks

from .access import requests_of
from .history import note

NAMESPACE = "request_desk"
DESK_TITLE = _("Requests")


class BesideDesk(desks.BesideDesk):
    """A page of the admin right below the list of requests."""

    header_icon = "mail"
    desk_title = DESK_TITLE
    desk_url_name = f"{NAMESPACE}:index"


class AtRequest:
    """Finds the request of the address; its part of the address is `request_id`."""

    def setup(self, request: HttpRequest, *args, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        found = requests_of(request.user).select_related("village__site", "assignee", "service")
        self.found = get_object_or_404(found, pk=kwargs["request_id"])

    def url_of(self, name: str, *keys) -> str:
        return reverse(f"{NAMESPACE}:{name}", args=[self.found.pk, *keys])

    def note(self, action: str) -> None:
        note(self.found, action, self.request.user)
