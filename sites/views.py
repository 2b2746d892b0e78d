"""Addresses for readers that are no pages: search, sitemap, health, and answers when something is missing."""

from django.contrib.sitemaps.views import sitemap as sitemap_view
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.defaults import server_error as plain_server_error
from wagtail.views import serve as wagtail_serve

from sites import finder, routing
from sites.frame import frame_for
from sites.models import Village
from sites.search import clean_query, find_pages
from sites.sitemaps import SiteSitemap

RESULTS_PER_PAGE = 10


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Serve a page; an address that only another language knows leads there, with a note."""
    try:
        # Where Wagtail keeps its own answer to the same question.
        request._wagtail_route_for_request = routing.route(request, path)
    except Http404:
        if better := routing.better_address(request, path):
            return redirect(better)
        raise
    return wagtail_serve(request, path)


def without_prefix(request: HttpRequest, rest: str) -> HttpResponse:
    """Indonesian has no prefix: /id/x is /x."""
    query = f"?{request.META['QUERY_STRING']}" if request.META["QUERY_STRING"] else ""
    # One slash only: "//host" would lead to another host.
    return HttpResponsePermanentRedirect("/" + rest.lstrip("/\\") + query)


def search(request: HttpRequest) -> HttpResponse:
    """Search the requested site in the active language; the portal also finds villages by name."""
    frame = frame_for(request)
    if get_language() not in frame.settings.languages:
        return redirect(reverse("wagtail_serve", args=[""]))
    query = clean_query(request.GET.get("q", ""))
    results = find_pages(query, frame.site, get_language())
    villages = finder.find(query, Village.objects.with_site())[:8] if frame.is_portal and query else []
    listing = Paginator(results, RESULTS_PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "sites/search.html", {"query": query, "results": listing, "villages": villages})


def sitemap(request: HttpRequest) -> HttpResponse:
    """List every public page of the requested host, in all its languages."""
    return sitemap_view(request, {"site": SiteSitemap(request)})


@never_cache
def health(request: HttpRequest) -> HttpResponse:
    """Answer 200 when the database answers; on any host, for monitors and load balancers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok\n", content_type="text/plain")


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "404.html", status=404)


def permission_denied(request: HttpRequest, exception: PermissionDenied) -> HttpResponse:
    return render(request, "403.html", status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    """A static page: the reason for it may be the database, so it asks nothing."""
    return plain_server_error(request, "500.html")
