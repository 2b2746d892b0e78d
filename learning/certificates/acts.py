"""What can be done with a certificate: issue it, erase its name, revoke it, and take that back."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.apps import apps
from django.conf import settings
from django.utils import timezone
from django.utils.translation import override

from sites.models import Village
from sites.patience import patient

from .codes import new_code

if TYPE_CHECKING:
    from learning.models import Attempt, Certificate, CoursePage


@patient
def issue(attempt: Attempt, name: str) -> Certificate:
    """Make the certificate of a passed quiz. Sent twice, it stays the one of the first time."""
    course = attempt.course
    certificate, _is_new = apps.get_model("learning", "Certificate").objects.get_or_create(
        attempt=attempt,
        defaults={
            "course": course,
            "site": attempt.site,
            "code": new_code(),
            "name": name,
            "course_title": course.title,
            "issuer": issuer_of(course),
            "language": course.locale.language_code,
            "percent": attempt.percent,
            "passed_on": timezone.localdate(attempt.created_at),
        },
    )
    return certificate


def issuer_of(course: CoursePage) -> str:
    """Whose course it is, in the language of the course: a village, an office, or the regency."""
    with override(course.locale.language_code):
        village = None if course.office_id else Village.objects.owning(course).first()
        return village.display_name if village else course.publisher_name


def name_kept_until() -> date:
    """Until when the name on a certificate of today is kept."""
    return timezone.localdate() + timedelta(days=settings.CERTIFICATE_NAME_KEPT_DAYS)


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


def erase_old_names() -> int:
    """Erase names that were kept long enough; return how many. The certificates stay genuine."""
    return apps.get_model("learning", "Certificate").objects.kept_too_long().update(name="")
