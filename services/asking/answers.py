"""What all pages of asking share. None sets a cookie.

So none can carry Django's secret for forms. A form acts for nobody who has logged in, and is refused only
where a page of another site has sent it. For a request its code is the proof.
"""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from sites import private_answers
from sites.sealed_forms import SealedForm

page_methods = require_http_methods(["GET", "HEAD", "POST"])


def answer(request: HttpRequest, name: str, status: int = 200, **context) -> HttpResponse:
    return private_answers.answer(request, f"services/request/{name}.html", status, **context)


def is_sendable(form: SealedForm) -> bool:
    """Whether a form may be taken; else it says why it comes back."""
    if not form.is_valid():
        return False
    if complaint := form.complaint():
        form.add_error(None, complaint)
        return False
    return True
