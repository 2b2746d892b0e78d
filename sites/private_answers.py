"""Answers that are for one reader: what somebody typed, or a page behind a private link."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def answer(request: HttpRequest, template: str, status: int = 200, **context) -> HttpResponse:
    return kept_private(render(request, template, context, status=status))


def kept_private(response: HttpResponse) -> HttpResponse:
    """No other site is told of the address, which may be a key, and no search engine keeps the page."""
    response["Referrer-Policy"] = "same-origin"
    response["X-Robots-Tag"] = "noindex"
    return response
