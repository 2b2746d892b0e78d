"""Keeps people of villages out of those views of Wagtail's admin that name every village.

The menu leaves them out already (`wagtail_hooks.keep_for_portal_staff`); this
closes their addresses, by the same rule.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import ResolverMatch
from wagtail.admin.auth import permission_denied
from wagtail.admin.localization import get_localized_response

from .access import is_portal_staff

# Their lists or filters offer all sites, people, workflows and page titles.
BLIND_NAMESPACES = {"wagtailadmin_reports", "wagtailadmin_workflows"}
BLIND_VIEWS = {"wagtailadmin_pages:type_use", "wagtailadmin_pages:type_use_results"}


def is_blind(match: ResolverMatch) -> bool:
    """Whether a view of the admin does not know which village its reader belongs to."""
    return match.namespace in BLIND_NAMESPACES or match.view_name in BLIND_VIEWS


class PortalStaffOnlyMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *view) -> HttpResponse | None:
        """Answer in place of a blind view, unless its reader may see every village or must log in first."""
        if not is_blind(request.resolver_match) or request.user.is_anonymous:
            return None
        if is_portal_staff(request.user):
            return None
        return get_localized_response(permission_denied, request)
