"""The questions asked of certificates."""

from datetime import timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone


class CertificateQuerySet(models.QuerySet):
    def of(self, course) -> Self:
        """Those of a course, whichever of its versions is asked."""
        return self.filter(course__translation_key=course.translation_key)

    def kept_too_long(self) -> Self:
        """Those whose name is to be erased; the rest of a certificate says nothing of anybody."""
        limit = timezone.now() - timedelta(days=settings.CERTIFICATE_NAME_KEPT_DAYS)
        return self.exclude(name="").filter(created_at__lt=limit)
