"""Lets people through to a view of the admin only by its rule; what has no rule is closed.

Wagtail's views ask whether somebody has a right, and many of them do not ask
where. The gate stands before all of them and asks where.
"""

from collections.abc import Callable, Iterator

from django.http import HttpRequest, HttpResponse
from django.urls import ResolverMatch, URLPattern, URLResolver, get_resolver
from django.views.defaults import page_not_found
from wagtail.admin.auth import permission_denied
from wagtail.admin.localization import get_localized_response

from .access import access_of, reader
from .doors import DOORS, REGENCY_NAMESPACES
from .rules import Rule, Visit, regency, tells_no_stranger

ADMIN_ROUTE = "admin/"


def rule_for(name: str, view: Callable) -> Rule | None:
    """Return the rule of an admin view by its name (or its route, if it has none), or None: closed."""
    if rule := getattr(view, "tenancy_rule", None):
        return rule
    if name.split(":")[0] in REGENCY_NAMESPACES:
        return regency
    return DOORS.get(name)


def name_of(match: ResolverMatch) -> str:
    """The name as `admin_views` gives it; Django's own names a view without one after its function."""
    return match.view_name if match.url_name else match.route


def not_found(request: HttpRequest) -> HttpResponse:
    return page_not_found(request, "", template_name="wagtailadmin/404.html")


class TenancyMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        token = reader.set(None)
        try:
            return self.get_response(request)
        finally:
            reader.reset(token)

    def process_view(self, request: HttpRequest, view, args, kwargs) -> HttpResponse | None:
        """Refuse what the rule of a view refuses; who has not logged in yet is asked to by the view."""
        match = request.resolver_match
        if not match.route.startswith(ADMIN_ROUTE) or request.user.is_anonymous:
            return None
        reader.set(access_of(request.user))
        rule, visit = rule_for(name_of(match), view), Visit(request, kwargs)
        if rule is None and request.user.is_superuser:
            return None
        if rule is None or (rule is regency and not visit.access.is_regency):
            return get_localized_response(permission_denied, request)
        if not (rule(visit) and tells_no_stranger(visit)):
            # The same answer as for what does not exist.
            return get_localized_response(not_found, request)
        return None


def admin_views() -> Iterator[tuple[str, Callable]]:
    """Every view of the admin with its name, as `rule_for` takes them."""
    return _views(get_resolver().url_patterns, (), "")


def _views(patterns: list, namespaces: tuple, route: str) -> Iterator[tuple[str, Callable]]:
    for pattern in patterns:
        # As Django joins them, so that a view without a name has the same route in a request.
        below = URLResolver._join_route(route, str(pattern.pattern))
        if isinstance(pattern, URLResolver):
            inner = (*namespaces, pattern.namespace) if pattern.namespace else namespaces
            yield from _views(pattern.url_patterns, inner, below)
        elif isinstance(pattern, URLPattern) and below.startswith(ADMIN_ROUTE):
            name = ":".join([*namespaces, pattern.name]) if pattern.name else below
            yield name, pattern.callback


def unruled_names() -> list[str]:
    return sorted({name for name, view in admin_views() if rule_for(name, view) is None})
