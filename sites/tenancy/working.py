"""The village somebody works for right now, of all those they work for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpRequest
from django.http.request import split_domain_port

from .access import villages_of

if TYPE_CHECKING:
    from sites.models import Village

SESSION_KEY = "working_village"


def working_village(request: HttpRequest) -> Village | None:
    """Return the village that was chosen, else the one whose host the admin is opened at, else the first.

    It is one of the person's own, whatever the session says; None for people of no village.
    """
    own = villages_of(request.user)
    chosen = request.session.get(SESSION_KEY)
    hostname = split_domain_port(request.get_host())[0]
    by_choice = [village for village in own if village.pk == chosen]
    by_host = [village for village in own if village.hostname == hostname]
    return next(iter([*by_choice, *by_host, *own]), None)


def own_village(request: HttpRequest, key: str) -> Village | None:
    """Return the village of a key that came with a request, if it is one of the person's own."""
    return next((village for village in villages_of(request.user) if str(village.pk) == key), None)


def work_for(request: HttpRequest, village: Village) -> None:
    """Remember a choice until the person logs out."""
    request.session[SESSION_KEY] = village.pk
