"""What all pages of the desk share: their name in addresses, the service of the address, the way back up."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from services.models import ServicePage
from sites.admin import desks
from sites.models import Village

from .access import services_of

NAMESPACE = "service_desk"
DESK_TITLE = _("Services")


class BesideDesk(desks.BesideDesk):
    """A page of the admin right below the list of services."""

    header_icon = "list-ul"
    desk_title = DESK_TITLE
    desk_url_name = f"{NAMESPACE}:index"


class AtService:
    """Finds the service of the address, by its Indonesian page; its part of the address is `service_id`."""

    def setup(self, request: HttpRequest, *args, **kwargs) -> None:
        super().setup(request, *args, **kwargs)
        found = services_of(request.user).select_related("locale", "latest_revision", "state")
        self.service: ServicePage = get_object_or_404(found, pk=kwargs["service_id"])

    @cached_property
    def village(self) -> Village:
        return Village.objects.owning(self.service).with_site().get()

    def url_of(self, name: str) -> str:
        return reverse(f"{NAMESPACE}:{name}", args=[self.service.pk])

    def back_to(self, name: str):
        return redirect(self.url_of(name))
