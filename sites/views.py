"""Addresses that are no pages: sitemap, health, and answers when something is missing. See also search/."""

from django.conf import settings
from django.contrib.sitemaps.views import sitemap as sitemap_view
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe
from wagtail.views import authenticate_with_password
from wagtail.views import serve as wagtail_serve

from sites import routing
from sites.feeds import NEWEST, feed, published_on
from sites.frame import frame_for
from sites.models.village_news import newest_of_villages
from sites.outage import outage_page, plain_answer
from sites.page_cache.keeping import keep_page, keep_view
from sites.page_cache.parameters import narrow
from sites.publications import published
from sites.querysets import all_pages
from sites.readers_forms import is_from_elsewhere
from sites.resemblance import pages_like
from sites.sitemaps import SiteSitemap


@csrf_exempt  # readers have no cookie; `is_from_elsewhere` does what matters to forms on pages
def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Serve a page; an address that only another language knows leads there, with a note."""
    if request.method == "POST" and is_from_elsewhere(request):
        return form_refused(request)
    try:
        # Where Wagtail keeps its own answer to the same question.
        request._wagtail_route_for_request = found = routing.route(request, path)
    except Http404:
        if better := routing.better_address(request, path) or routing.address_of_guest(request, path):
            return redirect(better)
        raise
    narrow(request, found.page.parameters)
    response = wagtail_serve(request, path)
    keep_page(request, found.page)
    return response


def authenticate(request: HttpRequest, page_view_restriction_id: int, page_id: int) -> HttpResponse:
    """Take the password of a private page, at the host of its own site."""
    get_object_or_404(all_pages().in_village(frame_for(request).site), pk=page_id)
    return authenticate_with_password(request, page_view_restriction_id, page_id)


def without_prefix(request: HttpRequest, rest: str) -> HttpResponse:
    """Indonesian has no prefix: /id/x is /x."""
    query = f"?{request.META['QUERY_STRING']}" if request.META["QUERY_STRING"] else ""
    # One slash only: "//host" would lead to another host.
    return HttpResponsePermanentRedirect("/" + rest.lstrip("/\\") + query)


def sitemap(request: HttpRequest) -> HttpResponse:
    """List every public page of the requested host, in all its languages."""
    keep_view(request)
    return sitemap_view(request, {"site": SiteSitemap(request)})


@require_safe
def site_feed(request: HttpRequest) -> HttpResponse:
    """All that a site publishes, with what offices share with it; on the portal, all of the regency."""
    frame, language = frame_for(request), get_language()
    if language not in frame.settings.languages:
        return redirect(reverse("wagtail_serve", args=[""]))
    pages = published(frame.site, language, limit=NEWEST)
    if frame.is_portal:
        pages = sorted([*pages, *newest_of_villages(request)], key=published_on, reverse=True)[:NEWEST]
    title = gettext("All of %(site)s") % {"site": frame.name}
    link = request.build_absolute_uri(frame.home.get_url(request))
    keep_view(request)
    return feed(title, link, frame.home.specific.summary, pages, request, language)


@never_cache
def health(request: HttpRequest) -> HttpResponse:
    """Answer 200 when the database answers; on any host, for monitors and load balancers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok\n", content_type="text/plain")


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    if not request.accepts("text/html"):
        return plain_answer(404)
    frame, language = frame_for(request), get_language()
    language = language if language in frame.settings.languages else settings.LANGUAGE_CODE
    found = pages_like(request.path, frame.site, language)
    return render(request, "404.html", {"suggestions": found}, status=404)


def permission_denied(request: HttpRequest, exception: PermissionDenied) -> HttpResponse:
    return render(request, "403.html", status=403) if request.accepts("text/html") else plain_answer(403)


def form_refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form came without its secret: most often it stood open too long."""
    if not request.accepts("text/html"):
        return plain_answer(403)
    return render(request, "403.html", {"form_refused": True}, status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    """A static page: the reason for it may be the database or a template, so it needs neither."""
    return outage_page(request, "500.html", 500)
