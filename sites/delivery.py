"""How public answers travel: compressed, and only when they have changed since the last visit."""

import re

from django.http import HttpRequest, HttpResponse
from django.middleware.gzip import GZipMiddleware
from django.middleware.http import ConditionalGetMiddleware
from django.utils.cache import patch_cache_control

TEXT = re.compile(r"text/|image/svg\+xml|application/([\w.+-]+\+)?(json|xml)\b")


def is_public(request: HttpRequest) -> bool:
    """The admin has secrets on its pages and cache rules of its own."""
    return not request.path.startswith("/admin/")


class CompressionMiddleware(GZipMiddleware):
    """Compress what readers get as text; pictures and documents are compressed already."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        is_text = TEXT.match(response.get("Content-Type", ""))
        if response.streaming or not is_text or not is_public(request):
            return response
        return super().process_response(request, response)


class RevalidationMiddleware(ConditionalGetMiddleware):
    """Let browsers keep a page and ask each time whether it still holds: the answer is a few bytes.

    No page is shown unasked, so that an emergency never waits for a cache.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        if response.streaming or response.status_code != 200 or not is_public(request):
            return response
        if response.cookies:
            # Made for somebody. The service worker sees no cookies, so that this alone tells it.
            patch_cache_control(response, private=True)
        response.headers.setdefault("Cache-Control", "no-cache")
        return super().process_response(request, response)
