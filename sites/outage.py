"""The pages of bad hours. They are plain files: no database, no template engine, no translations.

Both languages stand on them, because the language of the reader is not known either.
"""

from contextlib import suppress

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static

STYLESHEET = "css/site.css"


def outage_page(request: HttpRequest, name: str, status: int, **values: str) -> HttpResponse:
    """Answer with a file of templates/; a line that names a value which is not given is left out.

    Programs that ask for JSON or Atom, not for a page, get one line of text.
    """
    if not request.accepts("text/html"):
        return plain_answer(status)
    lines = (settings.BASE_DIR / "templates" / name).read_text(encoding="utf-8").splitlines()
    missing = [f"{{{key}}}" for key, value in values.items() if not value]
    html = "\n".join(line for line in lines if not any(key in line for key in missing))
    for key, value in values.items():
        html = html.replace(f"{{{key}}}", value)
    with suppress(ValueError):  # where nothing was collected, the plain name is right
        html = html.replace(f"{settings.STATIC_URL}{STYLESHEET}", static(STYLESHEET))
    return HttpResponse(html, status=status)


def plain_answer(status: int) -> HttpResponse:
    """One line for programs, with the number and its name: "404 Not Found"."""
    response = HttpResponse(status=status, content_type="text/plain; charset=utf-8")
    response.write(f"{status} {response.reason_phrase}\n")
    return response
