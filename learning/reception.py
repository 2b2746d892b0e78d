"""What readers send to a course: too large a form is refused, and what answers is for nobody else.

The forms carry no secret of Django's, for readers have no cookie; `sites.views.serve` refuses those that a
page of another site has sent.
"""

from collections.abc import Callable

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def received(request: HttpRequest, answer: Callable[[], HttpResponse]) -> HttpResponse:
    if request.method != "POST":
        return answer()
    response = answer() if _can_be_read(request) else render(request, "learning/too_large.html", status=413)
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _can_be_read(request: HttpRequest) -> bool:
    try:
        return request.POST is not None
    except (RequestDataTooBig, TooManyFieldsSent):
        return False
