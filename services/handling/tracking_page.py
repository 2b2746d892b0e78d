"""The address of the page on which somebody follows a request."""

from django.urls import reverse
from django.utils.translation import override

from services.models import ServiceRequest
from sites.frame import frame_of
from sites.letters import shown_language


def url_of(request: ServiceRequest) -> str:
    """Whole, and in the language that the person chose, if the site shows it."""
    site = request.village.site
    with override(shown_language(frame_of(site), request.language)):
        return site.root_url + reverse("request", args=[request.code])
