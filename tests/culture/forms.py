"""Fills in the form of registration as a browser does."""

from datetime import timedelta

from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from culture.models import ClassPage
from culture.registering.forms import purpose_of
from sites.sealed_forms import make_seal


def form_address(page: ClassPage, language: str = "id") -> str:
    with override(language):
        return reverse("registration", args=[page.pk])


def opened(page: ClassPage, ago: timedelta = timedelta(minutes=2), key=None) -> str:
    """What a form of this class carries that was opened some time ago."""
    return make_seal(purpose_of(page), key, timezone.now() - ago)


def filled(page: ClassPage, **values) -> dict:
    person = {"name": "Peserta Contoh", "age_group": "adult", "email": "peserta@contoh.example"}
    return {**person, "agreed": "on", "seal": opened(page), **values}


def send(client: Client, page: ClassPage, language: str = "id", **values):
    origin = f"http://{client.defaults['HTTP_HOST']}"
    return client.post(form_address(page, language), filled(page, **values), headers={"origin": origin})
