"""Sends the form of the next step as the page shows it."""

import re
from html import unescape

from django.urls import reverse


def handle(client, request, act: str, text: str = "", **values):
    """Open the page of a request, press one of its buttons, and return what comes back."""
    where = reverse("request_desk:request", args=[request.pk])
    opened = hidden_fields(client.get(where).text)
    return client.post(where, {**opened, "text": text, "act": act, **values})


def hidden_fields(html: str) -> dict[str, str]:
    """Those of the form of the next step."""
    form = html.partition('<section aria-labelledby="next">')[2].partition("</section>")[0]
    return {name: re.search(rf'name="{name}" value="([^"]*)"', form)[1] for name in ("seen", "form_key")}


def words_of(answer) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", answer.text)))
