"""The way to WhatsApp: the chat with a number, the message written already."""

from urllib.parse import quote

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from marketplace_pages.counting import count_taps
from sites.phones import whatsapp_url
from sites.security import with_forms_to

ORIGIN = "https://wa.me"


def chat_url(number: object, message: str) -> str:
    """Link that opens a chat with a message to send; empty for a number that can't be read."""
    address = whatsapp_url(number)
    return f"{address}?text={quote(message, safe='')}" if address else ""


def may_lead_there(response: HttpResponse) -> HttpResponse:
    """Let the forms of a page be led on to WhatsApp."""
    response.headers["Content-Security-Policy"] = with_forms_to(ORIGIN)
    return response


def lead_to_chat(request: HttpRequest, number: object, message: str, products) -> HttpResponse:
    """The message is for one reader: nobody keeps the answer, and search engines do not follow it."""
    count_taps(products, request)
    return unkept(HttpResponseRedirect(chat_url(number, message)))


def unkept(response: HttpResponse) -> HttpResponse:
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
