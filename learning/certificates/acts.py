"""What can be done with a certificate: erase its name, revoke it, and take that back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

if TYPE_CHECKING:
    from learning.models import Certificate


def erase_name(certificate: Certificate) -> None:
    """For good: nobody can write a name there again. That the course was passed stays true."""
    certificate.name = ""
    certificate.save(update_fields=["name"])


def revoke(certificate: Certificate, reason: str) -> None:
    """`reason` is for the holder and for staff; the public page does not tell it."""
    certificate.revoked_at, certificate.revoke_reason = timezone.now(), reason
    certificate.save(update_fields=["revoked_at", "revoke_reason"])


def restore(certificate: Certificate) -> None:
    certificate.revoked_at, certificate.revoke_reason = None, ""
    certificate.save(update_fields=["revoked_at", "revoke_reason"])
