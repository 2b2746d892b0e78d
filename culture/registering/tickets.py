"""The link by which somebody sees and cancels a registration: signed, nameless, good at its own site only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import apps
from django.core import signing
from django.urls import reverse
from wagtail.models import Page, Site

if TYPE_CHECKING:
    from culture.models import Registration


def _signer(site: Site) -> signing.Signer:
    # The site is part of the salt: at another host the signature is as wrong as a forged one.
    return signing.Signer(salt=f"culture.registration.ticket.{site.pk}", sep=".")


def token_of(registration: Registration, site: Site) -> str:
    return _signer(site).sign(str(registration.pk))


def path_of(registration: Registration, site: Site, view: str = "registration_ticket") -> str:
    """The path in the active language, of the ticket or of one of the pages below it."""
    return reverse(view, args=[token_of(registration, site)])


def read(site: Site, token: str) -> Registration | None:
    """The registration that a link of this site names; None where it is forged, or the data is erased."""
    try:
        key = int(_signer(site).unsign(token))
    except (signing.BadSignature, ValueError):
        return None
    registrations = apps.get_model("culture", "Registration").objects.select_related("class_page__locale")
    container = site.root_page.path[: 2 * Page.steplen]
    return registrations.filter(pk=key, class_page__path__startswith=container).first()
