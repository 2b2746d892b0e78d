"""Forms of readers set no cookie, and so can't carry Django's secret for forms; this takes its place."""

from urllib.parse import urlsplit

from django.http import HttpRequest


def is_from_elsewhere(request: HttpRequest) -> bool:
    """Whether a page of another site has sent the form: browsers name where it was sent from."""
    origin = request.headers.get("Origin")
    return origin is not None and urlsplit(origin).netloc != request.get_host()
