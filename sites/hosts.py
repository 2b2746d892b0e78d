"""Which hosts are served, and what the others are told."""

from collections.abc import Callable
from functools import partial

from django.apps import apps
from django.conf import settings
from django.db.models import Case, Q, When
from django.http import HttpRequest, HttpResponse
from django.http.request import split_domain_port
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve
from django.utils.translation import get_language_from_path, override
from wagtail.models import Site

from sites.finder import key, suggest
from sites.frame import default_language, frame_for
from sites.identity import portal_site, village_of
from sites.page_cache.owners import EVERYTHING
from sites.page_cache.remembered import remembered
from sites.roots import with_roots
from sites.security import PUBLIC_POLICY

HEALTH_PATH = "/healthz"
# Pages of the newsletter that stay open where a village is closed: its letters still lie in mailboxes, their
# links are all that readers have to be erased by, and the village may open again.
LEAVING = {"newsletter_preferences", "newsletter_unsubscribe", "newsletter_left"}
# And who has registered for a class there may still take that back.
LEAVING |= {"registration_ticket", "registration_cancel"}
# What is printed on a certificate stays true, and its holder may still have the name erased.
LEAVING |= {"certificate", "certificate_codes", "certificate_mine", "certificate_pdf", "certificate_erase"}


class SiteHostMiddleware:
    """Serve the hosts of sites only.

    ALLOWED_HOSTS is open so that a village made while the server runs is served
    at once; this check takes its place. A former host leads to the new one, a
    closed village to the portal, unless one leaves something there, and an
    unknown host gets a page that helps.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path == HEALTH_PATH:
            return self.get_response(request)
        hostname = split_domain_port(request.get_host())[0]
        site = request._wagtail_site = known_site(request, hostname)
        if site is None:
            return self.refuse(request, hostname)
        village = village_of(site)
        if village and village.closed_at and not is_for_leaving(request.path):
            return redirect(portal_site().root_url)
        return self.get_response(request)

    def refuse(self, request: HttpRequest, hostname: str) -> HttpResponse:
        former = apps.get_model("sites", "FormerHostname").objects.filter(hostname=hostname)
        if moved := former.select_related("village__site").first():
            # Not a permanent redirect: browsers keep those, and a village may take its old host back.
            # A mail program that takes its reader out of the newsletter posts to the old host.
            is_post = request.method == "POST"
            return redirect(moved.village.site.root_url + request.get_full_path(), preserve_request=is_post)
        return no_such_village(request, hostname)


def known_site(request: HttpRequest, hostname: str) -> Site | None:
    """The site of a request's host, None where no site has it."""
    port = request.get_port()
    # Nobody has been looked up yet whose generations could be asked for.
    return remembered(request, f"site:{hostname}:{port}", [EVERYTHING], partial(site_at, hostname, port))


def site_at(hostname: str, port: str) -> Site | None:
    """The site of a host, as Wagtail finds it, with village, settings, homes and the portal. One query."""
    fits = Case(When(hostname=hostname, port=port, then=0), When(hostname=hostname, then=1), default=2)
    sites = Site.objects.filter(Q(hostname=hostname) | Q(is_default_site=True)).order_by(fits)
    found = list(with_roots(sites).select_related("root_page", "sitesettings", "village"))
    for site in found:
        site._village = None if site.is_default_site else site._state.fields_cache["village"]
        if site._state.fields_cache["sitesettings"] is None:
            # Whoever asks for them makes them.
            del site._state.fields_cache["sitesettings"]
    if found:
        found[0]._portal = next((site for site in found if site.is_default_site), None)
    return next((site for site in found[:1] if site.hostname == hostname), None)


def is_for_leaving(path: str) -> bool:
    """Whether a path is of those pages, in the language of the path."""
    with override(get_language_from_path(path) or settings.LANGUAGE_CODE):
        try:
            return resolve(path).url_name in LEAVING
        except Resolver404:
            return False


def no_such_village(request: HttpRequest, hostname: str) -> HttpResponse:
    """Answer 404 in the portal's frame, with the finder and names that look alike."""
    portal = request._wagtail_site = portal_site()
    # Its links lead to the portal, not to the same path of a host that is none.
    frame_for(request).origin = portal.root_url
    asked = hostname.split(".")[0].replace("-", " ")
    villages = apps.get_model("sites", "Village").objects.with_site().alike(key(asked))
    with default_language():
        context = {"host": hostname, "suggestions": suggest(asked, villages)}
        response = render(request, "sites/no_such_village.html", context, status=404)
    # The finder's form on this page asks the portal, which is another origin.
    policy = PUBLIC_POLICY.replace("form-action 'self'", f"form-action {portal.root_url}")
    response.headers["Content-Security-Policy"] = policy
    return response
