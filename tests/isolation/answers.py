"""Reads everything that an answer tells: headers, messages for the next page, text, and what files hold."""

import io
import re
import zipfile
from urllib.parse import urlsplit

from django.http import HttpResponse

AROUND = 60
# Searches set what they found between these, and so take words apart.
HIGHLIGHT = re.compile(r"</?mark\b[^>]*>")


def told_by(response: HttpResponse) -> str:
    """All of an answer as one text, small letters."""
    headers = "\n".join(f"{name}: {value}" for name, value in response.items())
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return "\n".join([headers, _messages(response), _text(body)]).lower()


def marks_in(text: str, marks: list[str]) -> list[str]:
    """Each mark that stands in a text, with the words around it."""
    found = []
    for mark in marks:
        at = text.find(mark.lower())
        if at >= 0:
            found.append(" ".join(text[max(0, at - AROUND) : at + len(mark) + AROUND].split()))
    return found


def without_names(text: str, parts: list) -> str:
    """A text in small letters without the names of villages; whatever else has their marks stays."""
    for part in parts:
        if part.village:
            text = text.replace(part.village.name.lower(), "")
    return text


def leads_away(response: HttpResponse, hosts: set[str]) -> str | None:
    """Address to which an answer sends its reader, where that is none of these hosts."""
    location = response.get("Location", "")
    host = urlsplit(location).hostname
    return location if host and host not in hosts else None


def _messages(response: HttpResponse) -> str:
    """What the next page would say: messages travel in a cookie that nobody can search."""
    request = getattr(response, "wsgi_request", None)
    storage = getattr(request, "_messages", None)
    return "\n".join(str(message) for message in getattr(storage, "_queued_messages", []))


def _text(body: bytes) -> str:
    if body.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    return HIGHLIGHT.sub("", body.decode("utf-8", "replace"))
