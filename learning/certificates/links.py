"""The addresses of a certificate: two private ones, signed, and the public one of its code.

A private link names nobody, and is good at its own site only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import apps
from django.core import signing
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Site

from sites.frame import frame_for

if TYPE_CHECKING:
    from learning.models import Attempt, Certificate

CLAIM, HOLDER = "claim", "holder"


def claim_url(attempt: Attempt, request: HttpRequest) -> str | None:
    """Path of the page on which a passed quiz becomes a certificate; None where there is nothing to claim."""
    site = frame_for(request).site
    if not is_claimable(attempt) or attempt.site_id != site.pk:
        return None
    return reverse("certificate_claim", args=[_signer(CLAIM, site).sign(str(attempt.pk))])


def holder_url(certificate: Certificate, site: Site, view: str = "certificate_mine") -> str:
    """Path of the holder's own page, or of one of those below it."""
    return reverse(view, args=[_signer(HOLDER, site).sign(str(certificate.pk))])


def check_url(certificate: Certificate) -> str:
    """The whole address that says whether it is genuine, in the language of the certificate."""
    with override(certificate.language):
        return certificate.site.root_url + reverse("certificate", args=[certificate.code])


def is_claimable(attempt: Attempt) -> bool:
    return attempt.passed and attempt.course.gives_certificate


def attempt_of(site: Site, token: str) -> Attempt | None:
    """The passed quiz that a link of this site names; None where it is forged, or nothing is to be had."""
    attempts = apps.get_model("learning", "Attempt").objects.filter(site=site)
    attempt = attempts.select_related("course__locale").filter(pk=_read(CLAIM, site, token)).first()
    return attempt if attempt and is_claimable(attempt) else None


def certificate_of(site: Site, token: str) -> Certificate | None:
    certificates = apps.get_model("learning", "Certificate").objects.filter(site=site)
    return certificates.select_related("site").filter(pk=_read(HOLDER, site, token)).first()


def _signer(kind: str, site: Site) -> signing.Signer:
    # The site is part of the salt: at another host the signature is as wrong as a forged one.
    return signing.Signer(salt=f"learning.certificate.{kind}.{site.pk}", sep=".")


def _read(kind: str, site: Site, token: str) -> int | None:
    try:
        return int(_signer(kind, site).unsign(token))
    except (signing.BadSignature, ValueError):
        return None
