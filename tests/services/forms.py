"""Fills in the forms of asking as a browser does."""

import re
from datetime import timedelta
from html import unescape

from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from sites.sealed_forms import make_seal


def address(view: str, *keys, language: str = "id") -> str:
    with override(language):
        return reverse(view, args=keys)


def opened(purpose: str, ago: timedelta = timedelta(minutes=2), key=None) -> str:
    """What a form carries that was opened some time ago."""
    return make_seal(purpose, key, timezone.now() - ago)


def purpose_of(village, kind: str, service=None) -> str:
    return f"request-{village.site_id}-{kind}-{service.pk if service else 0}"


def filled(village, kind: str = "question", service=None, **values) -> dict:
    person = {"name": "Warga Contoh", "email": "warga@contoh.example", "message": "Apakah bisa diwakilkan?"}
    return {**person, "agreed": "on", "seal": opened(purpose_of(village, kind, service)), **values}


def send(client: Client, where: str, values: dict):
    origin = f"http://{client.defaults['HTTP_HOST']}"
    return client.post(where, values, headers={"origin": origin})


def text_of(answer) -> str:
    return unescape(answer.content.decode())


def words_of(answer) -> str:
    return re.sub(r"\s+", " ", text_of(answer))
